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

package io.github.corsstarter.autoconfigure.layer;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.reactive.CorsRuleWebFilter;

import org.springframework.web.server.WebFilter;

/**
 * The filters on the reactive stack, in the order in which they run.
 *
 * @param inOrder the filters
 */
record ReactiveFilters(List<WebFilter> inOrder) {

	static ReactiveFilters of(Application application) {
		return new ReactiveFilters(application.context().getBeanProvider(WebFilter.class).orderedStream().toList());
	}

	boolean isBeforeRules(WebFilter filter) {
		for (WebFilter candidate : this.inOrder) {
			if (candidate instanceof CorsRuleWebFilter) {
				return false;
			}
			if (candidate.equals(filter)) {
				return true;
			}
		}
		return false;
	}

	/** The name of the bean that a filter is. */
	static String name(Application application, WebFilter filter) {
		return application.beans(WebFilter.class)
			.entrySet()
			.stream()
			.filter((bean) -> bean.getValue().equals(filter))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

}
