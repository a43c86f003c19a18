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

package io.github.corsstarter.servlet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.MappingMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletMapping;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RequestPaths}.
 */
class RequestPathsTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/shop/api/x");

	@Test
	void thePathIsTheRequestsOwn() {
		assertThat(RequestPaths.raw(this.request)).isEqualTo("/shop/api/x");
	}

	@Test
	void thePathIsInsideTheContextPath() {
		this.request.setContextPath("/shop");
		assertThat(RequestPaths.raw(this.request)).isEqualTo("/api/x");
		this.request.setRequestURI("/shop");
		assertThat(RequestPaths.raw(this.request)).isEmpty();
	}

	@Test
	void thePathOfAnErrorIsThatOfTheFailedRequest() {
		this.request.setDispatcherType(DispatcherType.ERROR);
		assertThat(RequestPaths.raw(this.request)).isEqualTo("/shop/api/x");
		this.request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/failed");
		assertThat(RequestPaths.raw(this.request)).isEqualTo("/failed");
	}

	@Test
	void thePathOfAnAsynchronousDispatchIsThatOfTheRequest() {
		this.request.setDispatcherType(DispatcherType.ASYNC);
		assertThat(RequestPaths.raw(this.request)).isEqualTo("/shop/api/x");
		this.request.setAttribute(AsyncContext.ASYNC_REQUEST_URI, "/received");
		assertThat(RequestPaths.raw(this.request)).isEqualTo("/received");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/a/b.c", "/a.b/c", "/a/b/", "/a+b", "/a-b_c~d" })
	void aPlainPathSaysItAll(String path) {
		mapTo(MappingMatch.PATH);
		assertThat(RequestPaths.normalized(this.request, path)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%61", "/a;v=1", "/a\\b", "/a//b", "/./a", "/a/../b", "/.hidden", "//" })
	void anOddPathMayBeAnotherOneForTheContainer(String path) {
		mapTo(MappingMatch.PATH);
		assertThat(RequestPaths.normalized(this.request, path)).isEqualTo("/servlet/info");
	}

	@ParameterizedTest
	@EnumSource(value = MappingMatch.class, names = { "DEFAULT", "CONTEXT_ROOT" })
	void theServletForAllOtherPathsRoutesByTheRawPath(MappingMatch match) {
		mapTo(match);
		assertThat(RequestPaths.normalized(this.request, "/a//b")).isNull();
	}

	@ParameterizedTest
	@EnumSource(value = MappingMatch.class, names = { "DEFAULT", "CONTEXT_ROOT" }, mode = Mode.EXCLUDE)
	void everyOtherServletWasChosenByTheNormalizedPath(MappingMatch match) {
		mapTo(match);
		assertThat(RequestPaths.normalized(this.request, "/a//b")).isEqualTo("/servlet/info");
	}

	@Test
	void aServletWithoutPathInfoWasChosenByItsOwnPath() {
		mapTo(MappingMatch.EXACT);
		this.request.setPathInfo(null);
		assertThat(RequestPaths.normalized(this.request, "/a//b")).isEqualTo("/servlet");
	}

	@Test
	void aRequestWithoutMappingHasTheRawPathAlone() {
		this.request.setHttpServletMapping(new MockHttpServletMapping("", "", "", null));
		assertThat(RequestPaths.normalized(this.request, "/a//b")).isNull();
		MockHttpServletRequest unmapped = new MockHttpServletRequest() {

			@Override
			public HttpServletMapping getHttpServletMapping() {
				return null;
			}

		};
		assertThat(RequestPaths.normalized(unmapped, "/a//b")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "/; false", "/, /; false", "/, /legacy/*; true", "/*; true", "*.do; true" })
	void aContainerChoosesByThePathWhereThereIsAServletForSomePaths(String mappings, boolean chooses) {
		Map<String, ServletRegistration> servlets = new HashMap<>();
		for (String mapping : mappings.split(", ")) {
			ServletRegistration servlet = mock(ServletRegistration.class);
			given(servlet.getMappings()).willReturn(List.of(mapping));
			servlets.put("servlet" + servlets.size(), servlet);
		}
		assertThat(RequestPaths.mayChooseServlets(contextWith(servlets))).isEqualTo(chooses);
	}

	@Test
	void aContainerThatNamesNoServletMayHaveAny() {
		assertThat(RequestPaths.mayChooseServlets(contextWith(Map.of()))).isTrue();
	}

	private static ServletContext contextWith(Map<String, ServletRegistration> servlets) {
		return new MockServletContext() {

			@Override
			public Map<String, ? extends ServletRegistration> getServletRegistrations() {
				return servlets;
			}

		};
	}

	private void mapTo(MappingMatch match) {
		this.request.setHttpServletMapping(new MockHttpServletMapping("", "", "servlet", match));
		this.request.setServletPath("/servlet");
		this.request.setPathInfo("/info");
	}

}
