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

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
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
 * Makes the {@code Access-Control-*} fields of a response those of a decision: at once,
 * so that nobody behind believes that CORS is still to be done, and once more right
 * before the response is committed, whatever was written into them in between.
 */
final class AppliedDecision implements Supplier<Mono<Void>>, BiConsumer<String, String> {

	// The constant of Spring WebFlux, which need not be there
	private static final String PATTERN = "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern";

	private static final String ANY_FIELD = "Access-Control-*";

	private final CorsDecision decision;

	private final ServerWebExchange exchange;

	private final HttpHeaders headers;

	private final HandlerHeaderLog handlerHeaders;

	private int missing;

	private int surplus;

	private @Nullable String changed;

	AppliedDecision(CorsDecision decision, ServerWebExchange exchange, HandlerHeaderLog handlerHeaders) {
		this.decision = decision;
		this.exchange = exchange;
		this.headers = exchange.getResponse().getHeaders();
		this.handlerHeaders = handlerHeaders;
	}

	@Override
	public Mono<Void> get() {
		this.headers.forEach((name, lines) -> this.surplus += HeaderNames.isAccessControl(name) ? 1 : 0);
		this.decision.forEachHeader(this);
		boolean foreign = this.changed != null || this.surplus > 0;
		if (foreign) {
			this.handlerHeaders.report(handler(), (this.changed != null) ? this.changed : ANY_FIELD);
		}
		if (foreign || this.missing > 0) {
			replaceFields();
		}
		completeVary();
		return Mono.empty();
	}

	/** Compare a field of the decision with the one of the response. */
	@Override
	public void accept(String name, String value) {
		List<String> lines = HeaderLines.get(this.headers, name);
		if (lines == null || lines.isEmpty()) {
			this.missing++;
			return;
		}
		this.surplus--;
		if (lines.size() > 1 || !value.equals(lines.get(0))) {
			this.changed = name;
		}
	}

	void replace() {
		replaceFields();
		completeVary();
	}

	private void replaceFields() {
		List<String> foreign = new ArrayList<>(4);
		this.headers.forEach((name, lines) -> {
			if (HeaderNames.isAccessControl(name)) {
				foreign.add(name);
			}
		});
		foreign.forEach((name) -> HeaderLines.remove(this.headers, name));
		this.decision.forEachHeader(this.headers::set);
	}

	private void completeVary() {
		String vary = this.decision.varyValue();
		List<String> present = HeaderLines.get(this.headers, HeaderNames.VARY);
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
