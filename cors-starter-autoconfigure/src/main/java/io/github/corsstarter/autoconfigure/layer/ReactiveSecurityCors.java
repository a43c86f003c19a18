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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;

import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.server.WebFilter;

/**
 * {@code cors()} of Spring Security on the reactive stack.
 */
final class ReactiveSecurityCors implements CorsLayerFinder {

	@Override
	public List<OtherCorsLayer> find(Application application) {
		List<String> chains = application.beans(SecurityWebFilterChain.class)
			.entrySet()
			.stream()
			.filter((chain) -> filters(chain.getValue()).stream().anyMatch(ReactiveCorsFilters::isCors))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
		if (chains.isEmpty()) {
			return List.of();
		}
		String winner = isBeforeRules(application) ? Winner.SECURITY_BEFORE_RULE : Winner.RULE_BEFORE_SECURITY;
		return List.of(new OtherCorsLayer(Kind.SPRING_SECURITY,
				"cors() of security filter chain " + String.join(", ", chains), application.governed().winner(winner)));
	}

	/**
	 * The filters of a chain, which come at once; if they do not, nobody waits for them.
	 */
	private static List<WebFilter> filters(SecurityWebFilterChain chain) {
		List<WebFilter> filters = new ArrayList<>();
		chain.getWebFilters().subscribe(filters::add).dispose();
		return filters;
	}

	private static boolean isBeforeRules(Application application) {
		ReactiveFilters filters = ReactiveFilters.of(application);
		return filters.inOrder()
			.stream()
			.filter(WebFilterChainProxy.class::isInstance)
			.anyMatch(filters::isBeforeRules);
	}

}
