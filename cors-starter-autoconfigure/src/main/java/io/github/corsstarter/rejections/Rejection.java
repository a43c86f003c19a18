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

package io.github.corsstarter.rejections;

import io.github.corsstarter.Verdict;

/**
 * A combination that was refused, or that would have been.
 *
 * @param origin the origin, printable and cut
 * @param rule the name of the rule
 * @param verdict why it was refused
 * @param preflight whether it was a preflight; otherwise an actual request
 * @param reported whether the rule only reports, so that nothing was refused on the wire
 * @param count how often it was seen since it is remembered
 * @param first when it was first seen, in milliseconds since 1970
 * @param last when it was last seen, in milliseconds since 1970
 */
public record Rejection(String origin, String rule, Verdict verdict, boolean preflight, boolean reported, long count,
		long first, long last) {

}
