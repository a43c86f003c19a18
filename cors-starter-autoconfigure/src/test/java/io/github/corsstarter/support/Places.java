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

package io.github.corsstarter.support;

/**
 * Places in files as Spring Boot names them.
 */
public final class Places {

	private static final String JAR = " from cors-starter-autoconfigure";

	private static final String END = "-tests.jar";

	private Places() {
	}

	/**
	 * Leave out the jar of these tests, which newer lines run from and name.
	 * @param text a text with places
	 * @return the text as it is when the tests run from a folder
	 */
	public static String withoutJar(String text) {
		StringBuilder places = new StringBuilder(text);
		int start = places.indexOf(JAR);
		while (start >= 0) {
			places.delete(start, places.indexOf(END, start) + END.length());
			start = places.indexOf(JAR);
		}
		return places.toString();
	}

}
