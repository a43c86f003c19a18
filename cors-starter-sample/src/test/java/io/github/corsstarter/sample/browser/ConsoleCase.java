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

package io.github.corsstarter.sample.browser;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.CorsPolicyDefinition;
import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.explain.FailureKind;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.sample.RunningLab;
import io.github.corsstarter.sample.browser.Cell.Page;
import io.github.corsstarter.sample.browser.PageRequest.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * A request that the starter lets fail, and how a browser sees it.
 *
 * @param title what is wrong
 * @param page the page
 * @param request the request
 * @param rule the rule that holds instead of those of the sample, or {@code null}
 * @param kind what the browser misses
 */
record ConsoleCase(String title, Page page, PageRequest request, @Nullable CorsRule rule, FailureKind kind) {

	private static final Page APP = Page.at("https://app1.yourdomain.com");

	private static final Page OTHER_SITE = Page.at("https://app1.yourdomain.com.evil.test");

	private static final PageRequest READ = PageRequest.of("GET", "/restricted/orders");

	private static final PageRequest CHANGE = PageRequest.of("PUT", "/restricted/orders/1")
		.body("application/json", "{\"item\":\"Ink bottle\",\"quantity\":2}");

	static Stream<ConsoleCase> all(RunningLab lab) {
		return Stream.concat(underTheRulesOfTheSample(lab), underRulesOfTheirOwn())
			.flatMap((each) -> Stream.of(each, each.with("xhr")));
	}

	private static Stream<ConsoleCase> underTheRulesOfTheSample(RunningLab lab) {
		PageRequest products = PageRequest.of("GET", "/public/products").with(Credentials.INCLUDE);
		PageRequest feedback = PageRequest.of("POST", "/public/feedback").body("application/json", "{\"stars\":5}");
		return Stream.of(refused("another host", OTHER_SITE, READ),
				refused("another host, with credentials", OTHER_SITE, READ.with(Credentials.INCLUDE)),
				refused("another host, with a preflight", OTHER_SITE, CHANGE),
				refused("another scheme", Page.at("http://app1.yourdomain.com"), READ),
				refused("another port, with a preflight", Page.at("https://app1.yourdomain.com:8443"), CHANGE),
				refused("the parent domain", Page.at("http://app.localhost:" + lab.port(2)), READ),
				refused("an address instead of a name", Page.at("http://127.0.0.1:" + lab.port(1)), CHANGE),
				refused("an opaque origin", Laboratory.OPAQUE, READ),
				refused("an opaque origin, with a preflight", Laboratory.OPAQUE, CHANGE),
				refused("a method that is not allowed", APP, PageRequest.of("PATCH", "/restricted/orders/1")),
				refused("a header that is not allowed", APP, READ.header("X-Requested-With", "XMLHttpRequest")),
				new ConsoleCase("credentials under *", APP, products, null, FailureKind.WILDCARD_WITH_CREDENTIALS),
				new ConsoleCase("credentials under *, with a preflight", APP, feedback.with(Credentials.INCLUDE), null,
						FailureKind.WILDCARD_WITH_CREDENTIALS));
	}

	private static Stream<ConsoleCase> underRulesOfTheirOwn() {
		CorsPolicyDefinition.Builder anonymous = CorsPolicyDefinition.builder()
			.allowedOrigins(APP.origin())
			.allowedMethods("PUT");
		CorsRule open = rule(CorsPolicyDefinition.builder().allowedOrigins("*").allowedHeaders("*").build());
		CorsRule passing = rule(
				anonymous.build().toBuilder().disallowedRequests(DisallowedRequests.PASS_THROUGH).build());
		return Stream.of(
				new ConsoleCase("credentials that are not allowed", APP, READ.with(Credentials.INCLUDE),
						rule(anonymous.build()), FailureKind.CREDENTIALS_NOT_ALLOWED),
				new ConsoleCase("credentials that are not allowed, with a preflight", APP,
						CHANGE.with(Credentials.INCLUDE), rule(anonymous.build()), FailureKind.CREDENTIALS_NOT_ALLOWED),
				new ConsoleCase("an answer that passed through", OTHER_SITE, READ, passing,
						FailureKind.MISSING_ALLOW_ORIGIN),
				new ConsoleCase("Authorization under *", APP, READ.header("Authorization", "Bearer demo"), open,
						FailureKind.MISSING_ALLOW_ORIGIN));
	}

	private static CorsRule rule(CorsPolicyDefinition policy) {
		return CorsRule.of("own", policy, "/restricted/**");
	}

	private static ConsoleCase refused(String title, Page page, PageRequest request) {
		return new ConsoleCase(title, page, request, null, FailureKind.MISSING_ALLOW_ORIGIN);
	}

	private ConsoleCase with(String client) {
		return new ConsoleCase(this.title, this.page, this.request.with(client), this.rule, this.kind);
	}

	List<CorsRule> rules() {
		return (this.rule != null) ? List.of(this.rule) : List.of();
	}

	@Override
	public String toString() {
		return this.title + ", " + this.request.client();
	}

}
