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

import org.springframework.test.web.reactive.server.ExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec.ResponseSpecConsumer;

/**
 * Judges an answer as a browser does, see {@link CorsWebTestClient#corsAllowed()}.
 */
public final class CorsResponseExpectation implements ResponseSpecConsumer {

	private final AnswerCheck check;

	CorsResponseExpectation(AnswerCheck check) {
		this.check = check;
	}

	/**
	 * Judge as a browser does when the script sends credentials.
	 * @return an expectation that does
	 */
	public CorsResponseExpectation withCredentials() {
		return new CorsResponseExpectation(this.check.withCredentials());
	}

	@Override
	public void accept(ResponseSpec response) {
		// Leaves the body to other expectations
		ExchangeResult result = response.returnResult(byte[].class);
		result.assertWithDiagnostics(() -> this.check.verify(result.getMethod().name(), result.getUrl().getPath(),
				(name) -> result.getRequestHeaders().getFirst(name), WebTestClientServer.answer(result)));
	}

}
