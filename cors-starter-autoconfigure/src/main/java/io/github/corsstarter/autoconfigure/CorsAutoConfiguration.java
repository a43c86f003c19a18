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

import java.time.Clock;

import io.github.corsstarter.autoconfigure.CorsRuleLoader.LoadedRules;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayers;
import io.github.corsstarter.autoconfigure.layer.OtherCorsLayersConfiguration;
import io.github.corsstarter.log.RefusalLog;
import io.github.corsstarter.rule.CorsDecisionListener;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.OriginSourceListener;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of CORS rules. Without rules it has no effect.
 */
@AutoConfiguration
@ConditionalOnWebApplication
@Import({ ServletCorsConfiguration.class, ReactiveCorsConfiguration.class, OtherCorsLayersConfiguration.class,
		CloudReloadConfiguration.class })
public class CorsAutoConfiguration {

	@Bean
	OriginSourceBeans corsOriginSourceBeans(ApplicationContext context,
			ObjectProvider<OriginSourceListener> listeners) {
		return new OriginSourceBeans(context, context.getClassLoader(), () -> listeners.orderedStream().toList());
	}

	@Bean
	CorsRuleLoader corsRuleLoader(ApplicationContext context, OriginSourceBeans originSources) {
		return new CorsRuleLoader(context.getEnvironment(), context.getBeansOfType(CorsRule.class),
				ManagementPath.find(context.getEnvironment(), context.getClassLoader()), originSources::within);
	}

	@Bean
	LoadedRules loadedCorsRules(CorsRuleLoader loader) {
		LoadedRules loaded = loader.load();
		StartupLog.write(loaded);
		return loaded;
	}

	@Bean
	@ConditionalOnMissingBean
	RefusalLog corsRefusalLog() {
		return new RefusalLog();
	}

	@Bean
	@ConditionalOnMissingBean
	CorsEvaluator corsEvaluator(LoadedRules loadedRules, ObjectProvider<CorsDecisionListener> listeners) {
		return new CorsEvaluator(loadedRules.ruleSet(), listeners.orderedStream().toList());
	}

	@Bean
	ReloadableRules corsRuleManager(CorsEvaluator evaluator, CorsRuleLoader loader, LoadedRules loadedRules,
			ApplicationEventPublisher publisher, OriginSourceBeans originSources) {
		return new ReloadableRules(evaluator, loader, loadedRules, publisher::publishEvent, Clock.systemUTC(),
				(inForce) -> originSources.keepOnly(inForce.properties().originCache().toSettings()));
	}

	@Bean
	OtherCorsLayers otherCorsLayers(ApplicationContext context, CorsEvaluator evaluator) {
		return new OtherCorsLayers(context, evaluator,
				ManagementPath.find(context.getEnvironment(), context.getClassLoader()), OtherCorsLayerReport::log);
	}

}
