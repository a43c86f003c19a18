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

package io.github.corsstarter.test;

import io.github.corsstarter.rule.CorsEvaluator;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * A statement about what a browser lets a page do: first the facts of the request, then
 * what comes out. Each statement is played as a browser would: the preflight where one is
 * needed, then the actual request if the preflight allows it.
 * <p>
 * The facts are kept from statement to statement, and no method changes the object it is
 * called on, so that statements can share facts.
 */
public final class CorsAssert extends AbstractAssert<CorsAssert, CorsServer> {

	private static final String[] GET = { "GET" };

	private final Facts facts;

	private final @Nullable CorsEvaluator evaluator;

	private CorsAssert(CorsServer server, Facts facts, @Nullable CorsEvaluator evaluator) {
		super(server, CorsAssert.class);
		this.facts = facts;
		this.evaluator = evaluator;
	}

	static CorsAssert of(CorsServer server, @Nullable CorsEvaluator evaluator) {
		return new CorsAssert(server, Facts.NONE, evaluator);
	}

	/**
	 * Say where the request goes.
	 * @param path the path inside the context path, raw, with its query if it has one
	 * @return a statement with this path
	 */
	public CorsAssert path(String path) {
		return with(this.facts.path(path));
	}

	/**
	 * Say where the page is.
	 * @param origin the origin of the page, as the browser sends it, for instance
	 * {@code https://shop.example.com}; another one than that of the server
	 * @return a statement with this origin
	 */
	public CorsAssert from(String origin) {
		return with(this.facts.origin(origin));
	}

	/**
	 * Say that the script sends credentials: {@code credentials: 'include'} of
	 * {@code fetch}, {@code withCredentials} of {@code XMLHttpRequest}. It needs no
	 * cookie for that: the browser asks for the permission anyway.
	 * @return a statement with credentials
	 */
	public CorsAssert withCredentials() {
		return with(this.facts.withCredentials());
	}

	/**
	 * Say that the script sets a request header.
	 * @param name the name
	 * @param value the value
	 * @return a statement with this header, too
	 */
	public CorsAssert withHeader(String name, String value) {
		return with(this.facts.header(name, value));
	}

	/**
	 * Say that the script sets request headers to whatever value needs a permission.
	 * @param names the names
	 * @return a statement with these headers, too
	 */
	public CorsAssert withHeaders(String... names) {
		Facts facts = this.facts;
		for (String name : names) {
			facts = facts.header(name, name.equalsIgnoreCase("Content-Type") ? "application/json" : "1");
		}
		return with(facts);
	}

	/**
	 * Say that the script sends a body.
	 * @param contentType the value of {@code Content-Type}
	 * @param body the body
	 * @return a statement with this body
	 */
	public CorsAssert withBody(String contentType, String body) {
		return with(this.facts.body(contentType, body));
	}

	/**
	 * Say what knows the rules of the application, so that a failure can name the rule
	 * and what to change. Only explains: what answers is the application.
	 * @param evaluator the bean of the application
	 * @return a statement with explanations
	 */
	public CorsAssert explainedBy(CorsEvaluator evaluator) {
		return copy(this.facts, evaluator);
	}

	private CorsAssert with(Facts facts) {
		return copy(facts, this.evaluator);
	}

	private CorsAssert copy(Facts facts, @Nullable CorsEvaluator evaluator) {
		CorsAssert copy = new CorsAssert(this.actual, facts, evaluator);
		copy.info.description(this.info.description());
		return copy;
	}

	private Fetched fetch(String method) {
		Fetched fetched = Fetched.from(this.actual, this.facts, method);
		String silence = (this.actual instanceof RulesAlone rules) ? rules.reasonForSilence(fetched.sent()) : null;
		if (silence != null) {
			failWithMessage("%s", silence);
		}
		return fetched;
	}

	private Explanation explanation(Fetched fetched) {
		return new Explanation(fetched, this.evaluator);
	}

	/**
	 * Verify that a browser lets the script send the request and read the answer.
	 * @param methods the methods to try, each by itself
	 * @return this
	 * @throws AssertionError if it does not; the message says where and why it stops, and
	 * what to change
	 */
	public CorsAssert allows(String... methods) {
		for (String method : methods) {
			Fetched fetched = fetch(method);
			if (!fetched.isAllowed()) {
				failWithMessage("%s", explanation(fetched).ofRefusal());
			}
		}
		return this;
	}

	/**
	 * Verify that a browser does not let the script send the request, or not read the
	 * answer. Not sending is a matter of the preflight: a request that needs none reaches
	 * the server, and with {@code disallowed-requests: pass-through} its handler.
	 * @param methods the methods to try, each by itself
	 * @return this
	 * @throws AssertionError if it does; the message says what allowed it
	 */
	public CorsAssert refuses(String... methods) {
		for (String method : methods) {
			Fetched fetched = fetch(method);
			if (fetched.isAllowed()) {
				failWithMessage("%s", explanation(fetched).ofPermission());
			}
		}
		return this;
	}

	/**
	 * Verify that a script can read these headers of the answer to its {@code GET},
	 * provided that they are there.
	 * @param names the names
	 * @return this
	 * @throws AssertionError if it cannot
	 */
	public CorsAssert exposes(String... names) {
		allows(GET);
		Fetched fetched = fetch(GET[0]);
		for (String name : names) {
			if (!fetched.exposes(name)) {
				failWithMessage("%s", explanation(fetched).ofHiddenHeader(name));
			}
		}
		return this;
	}

	/**
	 * Verify that a script cannot read these headers of the answer to its {@code GET}.
	 * @param names the names
	 * @return this
	 * @throws AssertionError if it can
	 */
	public CorsAssert doesNotExpose(String... names) {
		Fetched fetched = fetch(GET[0]);
		for (String name : names) {
			if (fetched.isAllowed() && fetched.exposes(name)) {
				failWithMessage("%s", explanation(fetched).ofExposedHeader(name));
			}
		}
		return this;
	}

}
