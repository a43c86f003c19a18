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

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultMatcher;

/**
 * Judges an answer as a browser does, see {@link CorsMockMvc#corsAllowed()}.
 */
public final class CorsResultMatcher implements ResultMatcher {

	private final AnswerCheck check;

	CorsResultMatcher(AnswerCheck check) {
		this.check = check;
	}

	/**
	 * Judge as a browser does when the script sends credentials.
	 * @return a matcher that does
	 */
	public CorsResultMatcher withCredentials() {
		return new CorsResultMatcher(this.check.withCredentials());
	}

	@Override
	public void match(MvcResult result) {
		MockHttpServletRequest request = result.getRequest();
		this.check.verify(String.valueOf(request.getMethod()), String.valueOf(request.getRequestURI()),
				request::getHeader, MockMvcServer.answer(result.getResponse()));
	}

}
