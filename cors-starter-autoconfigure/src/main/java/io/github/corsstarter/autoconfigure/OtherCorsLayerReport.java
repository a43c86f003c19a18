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

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Another CORS layer, as a warning about the configuration of rules.
 */
final class OtherCorsLayerReport {

	private static final Log logger = LogFactory.getLog(CorsAutoConfiguration.class);

	private OtherCorsLayerReport() {
	}

	static void log(OtherCorsLayer layer) {
		ConfigurationProblem problem = problem(layer);
		logger.warn("CORS: another layer beside " + problem.property() + ", " + problem.value() + ". "
				+ problem.message() + " (" + problem.code().id() + ")");
	}

	static ConfigurationProblem problem(OtherCorsLayer layer) {
		return new ConfigurationProblem(PropertyNames.RULES.toString(), layer.where(), List.of(),
				ProblemCode.OTHER_CORS_LAYER, layer.wins(), null);
	}

}
