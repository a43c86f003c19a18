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

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;
import io.github.corsstarter.reactive.CorsRuleWebFilter;

import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.server.WebFilter;

/**
 * Filters on the reactive stack.
 */
final class ReactiveCorsFilters implements CorsLayerFinder {

	@Override
	public List<OtherCorsLayer> find(Application application) {
		ReactiveFilters filters = ReactiveFilters.of(application);
		return filters.inOrder()
			.stream()
			.filter(ReactiveCorsFilters::isCors)
			.map((filter) -> new OtherCorsLayer(Kind.CORS_FILTER,
					"filter '" + ReactiveFilters.name(application, filter) + "' (" + ClassNames.of(filter) + ")",
					application.governed()
						.winner(filters.isBeforeRules(filter) ? Winner.FILTER_BEFORE_RULE : Winner.RULE_BEFORE_FILTER)))
			.toList();
	}

	static boolean isCors(WebFilter filter) {
		return filter instanceof CorsWebFilter
				|| (!(filter instanceof CorsRuleWebFilter) && ClassNames.sayCors(filter));
	}

}
