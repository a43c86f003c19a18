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

package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.actuate.CorsEndpoint.CorsDescriptor;
import io.github.corsstarter.actuate.CorsExplainEndpointWebExtension.BadQuestion;
import io.github.corsstarter.actuate.CorsRejectionsEndpoint.RejectionsDescriptor;
import io.github.corsstarter.actuate.ExplanationDescriptor;
import io.github.corsstarter.actuate.RuleDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * What a native image has to keep of the endpoints: their page and what they answer with,
 * which Spring Boot cannot see where an answer is either of the two.
 */
class CorsEndpointRuntimeHints implements RuntimeHintsRegistrar {

	private static final String ENDPOINT = "org.springframework.boot.actuate.endpoint.annotation.Endpoint";

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		if (ClassUtils.isPresent(ENDPOINT, classLoader)) {
			new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), CorsDescriptor.class,
					RuleDescriptor.class, ExplanationDescriptor.class, BadQuestion.class, RejectionsDescriptor.class);
			for (String file : new String[] { "console.html", "console.css", "console.js" }) {
				hints.resources().registerPattern("io/github/corsstarter/actuate/" + file);
			}
		}
	}

}
