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
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;
import io.github.corsstarter.servlet.CorsRuleFilter;
import jakarta.servlet.Filter;

import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletContextInitializerBeans;
import org.springframework.web.filter.CorsFilter;

/**
 * Filters on the servlet stack: beans, registered by Spring Boot or by hand, in the order
 * in which the container has them.
 */
final class ServletCorsFilters implements CorsLayerFinder {

	@Override
	public List<OtherCorsLayer> find(Application application) {
		return new ServletFilterSearch(application).find();
	}

	/** The path pattern for a mapping of a filter. */
	private static String pathPattern(String mapping) {
		if (mapping.startsWith("*.")) {
			return "/**";
		}
		return mapping.endsWith("/*") ? mapping + "*" : mapping;
	}

	private static final class ServletFilterSearch {

		private final Application application;

		private final Set<Filter> seen = Collections.newSetFromMap(new IdentityHashMap<>());

		private final List<OtherCorsLayer> layers = new ArrayList<>();

		private boolean afterRules;

		private boolean proxyBeforeRules;

		ServletFilterSearch(Application application) {
			this.application = application;
		}

		List<OtherCorsLayer> find() {
			for (ServletContextInitializer initializer : new ServletContextInitializerBeans(
					this.application.context())) {
				if (initializer instanceof FilterRegistrationBean<?> registration) {
					look(registration, registration.getFilter());
				}
				else if (initializer instanceof DelegatingFilterProxyRegistrationBean) {
					this.proxyBeforeRules |= !this.afterRules;
				}
			}
			findBehindProxies();
			return this.layers;
		}

		private void look(AbstractFilterRegistrationBean<?> registration, Filter filter) {
			this.seen.add(filter);
			if (filter instanceof CorsRuleFilter) {
				this.afterRules = true;
			}
			else if (registration.isEnabled() && (filter instanceof CorsFilter || ClassNames.sayCors(filter))) {
				add(registration.getFilterName(), filter, touched(registration), this.afterRules);
			}
		}

		/**
		 * Filters that a proxy finds in the context by name; which of the proxies is not
		 * known.
		 */
		private void findBehindProxies() {
			this.application.beans(CorsFilter.class).forEach((name, filter) -> {
				if (this.seen.add(filter)) {
					add(name, filter, this.application.governed(), !this.proxyBeforeRules);
				}
			});
		}

		private void add(String name, Filter filter, GovernedPaths touched, boolean afterRules) {
			if (!touched.isEmpty()) {
				this.layers
					.add(new OtherCorsLayer(Kind.CORS_FILTER, "filter '" + name + "' (" + ClassNames.of(filter) + ")",
							touched.winner(afterRules ? Winner.RULE_BEFORE_FILTER : Winner.FILTER_BEFORE_RULE)));
			}
		}

		private GovernedPaths touched(AbstractFilterRegistrationBean<?> registration) {
			Collection<String> mappings = registration.getUrlPatterns();
			boolean unknown = mappings.isEmpty() || !registration.getServletNames().isEmpty()
					|| !registration.getServletRegistrationBeans().isEmpty();
			return unknown ? this.application.governed() : this.application.governed()
				.touchedBy(mappings.stream().map(ServletCorsFilters::pathPattern).toList());
		}

	}

}
