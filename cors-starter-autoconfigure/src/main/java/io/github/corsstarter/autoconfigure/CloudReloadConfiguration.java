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
import java.util.TreeSet;

import io.github.corsstarter.rule.CorsRuleManager;
import io.github.corsstarter.rule.CorsRulesRefusedException;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the configuration again when Spring Cloud says that the environment has changed.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(EnvironmentChangeEvent.class)
class CloudReloadConfiguration {

	private static final int MAX_KEYS = 5;

	@Bean
	ApplicationListener<EnvironmentChangeEvent> corsRulesReloader(CorsRuleManager manager) {
		return (event) -> {
			try {
				// whatever key it is: a placeholder in a rule may have been resolved by
				// it
				manager.reload("environment change: " + keys(event));
			}
			catch (CorsRulesRefusedException ex) {
				// it has been logged, and is nothing to others who listen to this event
			}
		};
	}

	private static String keys(EnvironmentChangeEvent event) {
		List<String> keys = List.copyOf(new TreeSet<>(event.getKeys()));
		String first = String.join(", ", keys.subList(0, Math.min(MAX_KEYS, keys.size())));
		return (keys.size() > MAX_KEYS) ? first + " and " + (keys.size() - MAX_KEYS) + " more" : first;
	}

}
