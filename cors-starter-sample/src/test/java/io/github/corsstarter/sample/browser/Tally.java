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

package io.github.corsstarter.sample.browser;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Counts what ran and what came out as decided, for the report at the end.
 */
final class Tally {

	private static final Log logger = LogFactory.getLog(Tally.class);

	private final String what;

	private int run;

	private int asDecided;

	Tally(String what) {
		this.what = what;
	}

	/**
	 * Count a check.
	 * @param check the check
	 * @return the same check, counted when it runs
	 */
	Executable counted(Executable check) {
		return () -> {
			this.run++;
			check.execute();
			this.asDecided++;
		};
	}

	void report() {
		logger.info("%s: %d run, %d as decided".formatted(this.what, this.run, this.asDecided));
	}

}
