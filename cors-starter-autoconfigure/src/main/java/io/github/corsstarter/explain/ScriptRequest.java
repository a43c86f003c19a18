/*
 * Copyright 2026 the cors-starter authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.corsstarter.explain;

import java.util.List;

/**
 * What a script asks a browser for: a request in mode {@code cors} to another origin.
 *
 * @param origin the serialized origin of the page, {@code null} in letters for an opaque
 * one
 * @param method the method as the script writes it
 * @param url the URL, without fragment
 * @param headers the headers that the script sets, in any order
 * @param credentials whether the credentials mode is {@code include}
 */
public record ScriptRequest(String origin, String method, String url, List<Field> headers, boolean credentials) {

	/**
	 * Create a request.
	 */
	public ScriptRequest {
		headers = List.copyOf(headers);
	}

}
