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

/**
 * Who wins where both a rule that is enforced and another layer act.
 */
final class Winner {

	static final String RULE_BEFORE_FILTER = "The rule wins: it answers preflights before this filter and replaces the"
			+ " CORS headers that the filter writes; a request that the rule lets pass without CORS headers can still"
			+ " be refused by the filter.";

	static final String FILTER_BEFORE_RULE = "This filter wins: it runs before the rules, answers the preflights that it"
			+ " knows and refuses what it does not allow; the rule decides on what it lets through.";

	static final String RULE_BEFORE_HANDLERS = "The rule wins: it answers preflights before any handler is looked for"
			+ " and replaces the CORS headers that are written behind it; a request that the rule lets pass without"
			+ " CORS headers can still be refused. On paths without a rule nothing changes.";

	static final String RULE_BEFORE_SOURCE = "The rule wins over whatever uses this bean behind it; on its own, without"
			+ " a filter or Spring Security's cors(), the bean has no effect.";

	static final String RULE_BEFORE_SECURITY = "The rule wins: it answers preflights before Spring Security and replaces"
			+ " the CORS headers that Spring Security writes; a request that the rule lets pass without CORS headers"
			+ " can still be refused.";

	static final String SECURITY_BEFORE_RULE = "Spring Security wins: its filters run before the rules, answer"
			+ " preflights and refuse what their CORS configuration does not allow; the rule decides on what they let"
			+ " through.";

	static final String RULE_BEFORE_ROUTES = "The rule wins: it answers preflights before routing and replaces the CORS"
			+ " headers of the gateway and of what is behind it. On paths without a rule nothing changes.";

	static final String RULE_BEFORE_ENDPOINTS = "The rule wins on the endpoints that its paths name; on the others these"
			+ " properties stay in force.";

	private Winner() {
	}

}
