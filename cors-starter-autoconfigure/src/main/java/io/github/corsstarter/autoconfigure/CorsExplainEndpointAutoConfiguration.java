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

import java.util.Objects;

import io.github.corsstarter.actuate.CorsExplainEndpoint;
import io.github.corsstarter.actuate.CorsExplainEndpointWebExtension;
import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayers;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation.Layer;
import io.github.corsstarter.explain.Surroundings;
import io.github.corsstarter.rule.CorsEvaluator;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the actuator endpoint that explains.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(LoadedRules.class)
public class CorsExplainEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(endpoint = CorsExplainEndpoint.class)
	CorsExplainEndpoint corsExplainEndpoint(CorsEvaluator evaluator, LoadedRules loadedRules,
			OtherCorsLayers otherLayers, Environment environment) {
		return new CorsExplainEndpoint(new CorsExplainer(evaluator,
				new Surroundings(
						() -> otherLayers.get().stream().map(CorsExplainEndpointAutoConfiguration::describe).toList(),
						() -> "http://localhost:" + environment.getProperty("local.server.port", "8080"),
						Objects.requireNonNullElse(ServerPathCheck.contextPath(environment), ""),
						loadedRules.properties().unmatchedPreflights() == UnmatchedPreflights.HANDLERS)));
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(CorsExplainEndpoint.class)
	@ConditionalOnAvailableEndpoint(endpoint = CorsExplainEndpoint.class, exposure = EndpointExposure.WEB)
	CorsExplainEndpointWebExtension corsExplainEndpointWebExtension(CorsExplainEndpoint endpoint) {
		return new CorsExplainEndpointWebExtension(endpoint);
	}

	private static Layer describe(OtherCorsLayer layer) {
		return new Layer(layer.kind().id(), layer.where(), layer.wins());
	}

}
