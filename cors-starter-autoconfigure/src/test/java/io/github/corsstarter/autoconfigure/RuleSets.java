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

import java.util.Map;

import io.github.corsstarter.rule.CorsRuleSet;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Makes rule sets of properties, the way that the start of an application does.
 */
public final class RuleSets {

	private RuleSets() {
	}

	/**
	 * Load rules for a running application.
	 * @param properties the properties, from {@code cors.} on
	 * @param application the application, which says where its actuator is
	 * @return the compiled rules
	 */
	public static CorsRuleSet load(Map<String, Object> properties, ApplicationContext application) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((source) -> environment.getPropertySources().remove(source.getName()));
		environment.getPropertySources().addFirst(new MapPropertySource("rules of a case", properties));
		String managementPath = ManagementPath.find(application.getEnvironment(), application.getClassLoader());
		return new CorsRuleLoader(environment, Map.of(), managementPath).load().ruleSet();
	}

}
