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

package io.github.corsstarter;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import io.github.corsstarter.fetch.Methods;
import io.github.corsstarter.fetch.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a policy: what {@code Access-Control-Allow-Methods} says.
 */
final class AllowedMethods {

	static final String ANY = "*";

	/**
	 * The longest method that is looked at. An answer may repeat the method, and must not
	 * outgrow what servers can send.
	 */
	static final int MAX_LENGTH = 128;

	private final Set<String> names;

	private final boolean any;

	private final boolean echoing;

	private final @Nullable String value;

	private AllowedMethods(Set<String> names, boolean credentials) {
		this.names = names;
		this.any = names.contains(ANY);
		this.echoing = this.any && credentials;
		this.value = this.any ? ANY : (names.isEmpty() ? null : String.join(", ", names));
	}

	static AllowedMethods compile(CorsPolicyDefinition definition, Problems problems) {
		PolicyField field = PolicyField.ALLOWED_METHODS;
		Set<String> names = new LinkedHashSet<>();
		problems.forEachItem(field, definition.allowedMethods(), false, (index, item) -> {
			if (Methods.isForbidden(item)) {
				problems.add(field, index, item, ProblemCode.METHOD_FORBIDDEN, "No script can send this method.", null);
			}
			else if (problems.isJoined(field, index, item, Tokens::isToken)) {
				return;
			}
			else if (!Tokens.isToken(item) || item.length() > MAX_LENGTH) {
				problems.add(field, index, item, ProblemCode.METHOD_NOT_A_TOKEN,
						"A method has letters, digits and a few signs, without white space, and at most " + MAX_LENGTH
								+ " of them.",
						null);
			}
			else if (Methods.isWrongCase(item)) {
				problems.add(field, index, item, ProblemCode.METHOD_WRONG_CASE,
						"Methods are case-sensitive and browsers send this one as the script writes it.",
						item.toUpperCase(Locale.ROOT));
			}
			else {
				String normalized = Methods.normalize(item);
				if (!normalized.equals(item)) {
					problems.add(field, index, item, ProblemCode.METHOD_NORMALIZED,
							"Browsers send this method in upper case.", normalized);
				}
				names.add(normalized);
				warn(definition, problems, index, normalized);
			}
		});
		return new AllowedMethods(names, definition.allowCredentials());
	}

	private static void warn(CorsPolicyDefinition definition, Problems problems, int index, String method) {
		PolicyField field = PolicyField.ALLOWED_METHODS;
		if (method.equals(ANY)) {
			if (definition.allowCredentials()) {
				problems.add(field, index, method, ProblemCode.WILDCARD_ECHO_WITH_CREDENTIALS,
						"With credentials every requested method is allowed and repeated; a list says what is meant.",
						null);
			}
		}
		else if (definition.allowedMethods().contains(ANY)) {
			problems.add(field, index, method, ProblemCode.REDUNDANT_ENTRY, "Any method is allowed by * already.",
					null);
		}
		else if (method.equals(Methods.OPTIONS)) {
			problems.add(field, index, method, ProblemCode.METHOD_OPTIONS_UNNEEDED,
					"Preflights do not need it; it is for scripts that send OPTIONS themselves.", null);
		}
	}

	Set<String> names() {
		return this.names;
	}

	boolean isAny() {
		return this.any;
	}

	/** Whether the answer has to repeat the requested method. */
	boolean isEchoing() {
		return this.echoing;
	}

	/** The value of the field for every request, unless echoing; null for no field. */
	@Nullable String value() {
		return this.value;
	}

	Verdict check(String method) {
		// a hash reads the whole value
		if (Methods.isSafelisted(method) || (method.length() <= MAX_LENGTH && this.names.contains(method))) {
			return Verdict.ALLOWED;
		}
		if (method.length() > MAX_LENGTH || !Tokens.isToken(method)) {
			return Verdict.METHOD_MALFORMED;
		}
		return (this.any && !Methods.isForbidden(method)) ? Verdict.ALLOWED : Verdict.METHOD_NOT_ALLOWED;
	}

}
