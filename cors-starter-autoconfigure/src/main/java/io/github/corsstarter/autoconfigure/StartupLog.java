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

package io.github.corsstarter.autoconfigure;

import java.util.List;

import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What is said once, when the application starts.
 */
final class StartupLog {

	private static final Log logger = LogFactory.getLog(CorsAutoConfiguration.class);

	private StartupLog() {
	}

	static void write(LoadedRules loaded) {
		int rules = loaded.ruleSet().rules().size();
		List<ConfigurationProblem> remarks = loaded.remarks();
		if (rules == 0 && remarks.isEmpty()) {
			return;
		}
		logger.info("CORS: " + rules + ((rules == 1) ? " rule, " : " rules, ") + remarks.size()
				+ ((remarks.size() == 1) ? " warning" : " warnings") + "; see the actuator endpoint 'cors'");
		remarks.forEach((problem) -> {
			StringBuilder warning = new StringBuilder("CORS configuration, warning:");
			ProblemReport.append(warning, problem);
			logger.warn(warning);
		});
	}

}
