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

import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.rule.CorsGeneration;
import io.github.corsstarter.rule.CorsRulesRefusedException;
import io.github.corsstarter.rule.RefusedRules;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * What is said when the rules of a running application change.
 */
final class ReloadLog {

	private static final Log logger = LogFactory.getLog(CorsAutoConfiguration.class);

	private ReloadLog() {
	}

	static void changed(CorsGeneration generation, LoadedRules loaded) {
		logger.info("CORS: generation " + generation.number() + " is in force ("
				+ ProblemReport.printable(generation.source()) + ")");
		StartupLog.write(loaded);
	}

	static void refused(CorsRulesRefusedException failure) {
		RefusedRules refused = failure.refused();
		StringBuilder report = new StringBuilder("CORS: other rules were refused (")
			.append(ProblemReport.printable(refused.source()))
			.append("), and nothing changes. ");
		FailureAnalysis analysis = new InvalidCorsConfigurationFailureAnalyzer().analyze(failure);
		if (analysis != null) {
			report.append(analysis.getDescription());
		}
		else {
			refused.errors().forEach((error) -> report.append(System.lineSeparator()).append("    ").append(error));
		}
		logger.error(report);
	}

}
