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
 * What is counted together.
 *
 * @param origin the origin, printable and cut
 * @param rule the name of the rule
 * @param verdict why it was refused
 * @param preflight whether it was a preflight
 * @param reported whether the rule only reports
 */
record Combination(String origin, String rule, Verdict verdict, boolean preflight, boolean reported) {

	/**
	 * A hash whose upper bits differ where similar origins differ (that of MurmurHash3).
	 */
	int spreadHash() {
		int hash = (this.origin.hashCode() * 31 + this.rule.hashCode()) * 31 + this.verdict.id().hashCode();
		hash = (hash * 2 + (this.preflight ? 1 : 0)) * 2 + (this.reported ? 1 : 0);
		hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
		hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
		return hash ^ (hash >>> 16);
	}

}
