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

import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.actuate.CorsEndpointWebExtension;
import io.github.corsstarter.actuate.CorsRejectionsEndpoint;
import io.github.corsstarter.actuate.LayerDescriptor;
import io.github.corsstarter.actuate.WarningDescriptor;
import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayers;
import io.github.corsstarter.rejections.RejectionMemory;
import io.github.corsstarter.rule.CorsEvaluator;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the actuator endpoints.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(LoadedRules.class)
public class CorsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(endpoint = CorsEndpoint.class)
	CorsEndpoint corsEndpoint(CorsEvaluator evaluator, ReloadableRules rules, OtherCorsLayers otherLayers) {
		return new CorsEndpoint(evaluator, rules,
				() -> rules.loaded().remarks().stream().map(CorsEndpointAutoConfiguration::describe).toList(),
				() -> otherLayers.get().stream().map(CorsEndpointAutoConfiguration::describe).toList());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(CorsEndpoint.class)
	@ConditionalOnAvailableEndpoint(endpoint = CorsEndpoint.class, exposure = EndpointExposure.WEB)
	CorsEndpointWebExtension corsEndpointWebExtension(CorsEndpoint endpoint) {
		return new CorsEndpointWebExtension(endpoint);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(endpoint = CorsRejectionsEndpoint.class)
	RejectionMemory corsRejectionMemory() {
		return new RejectionMemory();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(endpoint = CorsRejectionsEndpoint.class)
	CorsRejectionsEndpoint corsRejectionsEndpoint(RejectionMemory memory, CorsEvaluator evaluator) {
		return new CorsRejectionsEndpoint(memory, evaluator);
	}

	private static WarningDescriptor describe(ConfigurationProblem problem) {
		return new WarningDescriptor(problem.property(), ProblemReport.printable(problem.value()), problem.sources(),
				problem.code().id(), problem.message(), problem.suggestion());
	}

	private static LayerDescriptor describe(OtherCorsLayer layer) {
		return new LayerDescriptor(layer.kind().id(), layer.where(), layer.wins());
	}

}
