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

package io.github.corsstarter.reactive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.github.corsstarter.CorsDecision;
import io.github.corsstarter.fetch.HeaderNames;
import io.github.corsstarter.fetch.VaryField;
import io.github.corsstarter.rule.HandlerHeaderLog;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Makes the {@code Access-Control-*} fields of a response those of a decision right
 * before the response is committed, whatever was written into them until then.
 */
final class AppliedDecision implements Supplier<Mono<Void>> {

	// The constant of Spring WebFlux, which need not be there
	private static final String PATTERN = "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern";

	private static final String ANY_FIELD = "Access-Control-*";

	private final CorsDecision decision;

	private final ServerWebExchange exchange;

	private final HttpHeaders headers;

	private final HandlerHeaderLog handlerHeaders;

	private @Nullable String announced;

	AppliedDecision(CorsDecision decision, ServerWebExchange exchange, HandlerHeaderLog handlerHeaders) {
		this.decision = decision;
		this.exchange = exchange;
		this.headers = exchange.getResponse().getHeaders();
		this.handlerHeaders = handlerHeaders;
	}

	/**
	 * Write what tells those behind that nothing about CORS is left to be done, and leave
	 * the rest for later: each field costs more than the decision.
	 */
	void announce() {
		removeFields();
		this.announced = this.decision.allowOrigin();
		if (this.announced != null) {
			this.headers.set(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, this.announced);
		}
	}

	/** Write everything into a response that nobody else writes into. */
	void write() {
		removeFields();
		completeVary();
		this.decision.forEachHeader(this.headers, HttpHeaders::set);
	}

	@Override
	public Mono<Void> get() {
		if (isAsAnnounced()) {
			completeVary();
			this.decision.forEachHeader(this, AppliedDecision::setUnlessAnnounced);
		}
		else {
			reportOthers();
			write();
		}
		return Mono.empty();
	}

	private boolean isAsAnnounced() {
		if (this.announced == null && this.headers.isEmpty()) {
			return true;
		}
		for (String name : HeaderLines.names(this.headers)) {
			if (HeaderNames.isAccessControl(name) && !isAnnounced(name)) {
				return false;
			}
		}
		return this.announced == null || List.of(this.announced)
			.equals(HeaderLines.get(this.headers, HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN));
	}

	private boolean isAnnounced(String name) {
		return this.announced != null && name.equalsIgnoreCase(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN);
	}

	private void setUnlessAnnounced(String name, String value) {
		if (!isAnnounced(name)) {
			this.headers.set(name, value);
		}
	}

	/** Report what somebody wrote who does not know that a rule does. */
	private void reportOthers() {
		Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		fields.putAll(this.decision.headers());
		String other = null;
		for (String name : HeaderLines.names(this.headers)) {
			if (HeaderNames.isAccessControl(name)) {
				String value = fields.get(name);
				if (value == null) {
					other = (other != null) ? other : ANY_FIELD;
				}
				else if (!List.of(value).equals(HeaderLines.get(this.headers, name))) {
					other = name;
				}
			}
		}
		if (other != null) {
			this.handlerHeaders.report(handler(), other);
		}
	}

	private void removeFields() {
		if (this.headers.isEmpty()) {
			return;
		}
		List.copyOf(HeaderLines.names(this.headers))
			.stream()
			.filter(HeaderNames::isAccessControl)
			.forEach((name) -> HeaderLines.remove(this.headers, name));
	}

	private void completeVary() {
		String vary = this.decision.varyValue();
		List<String> present = this.headers.isEmpty() ? null : HeaderLines.get(this.headers, HeaderNames.VARY);
		if (vary != null) {
			this.headers.set(HeaderNames.VARY,
					(present != null) ? VaryField.merge(present, this.decision.vary()) : vary);
		}
	}

	private String handler() {
		Object pattern = this.exchange.getAttribute(PATTERN);
		return (pattern != null) ? "the handler of '" + pattern + "'" : "a filter, or what answers without a handler,";
	}

}
