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

package io.github.corsstarter.conformance.application;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The application under test, on every stack. It sets no {@code Vary} and no CORS header
 * but where a case or the name of a path says so.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ ServletTestConfiguration.class, ReactiveTestConfiguration.class, SharedController.class })
public class TestApplication {

	@Bean
	Spy spy() {
		return new Spy();
	}

	@Bean
	Told told() {
		return new Told();
	}

	@Bean
	Script script() {
		return new Script();
	}

	@Bean
	HttpsRedirect httpsRedirect() {
		return new HttpsRedirect();
	}

}
