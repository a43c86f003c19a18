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

import java.util.Collection;
import java.util.Set;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request as the router sees it that will answer it.
 */
final class RequestPaths {

	private RequestPaths() {
	}

	/**
	 * The raw path of the request that was received, inside the context path. Spring MVC
	 * routes by it.
	 * @return the path, or {@code null} if it is not inside the context path
	 */
	static @Nullable String raw(HttpServletRequest request) {
		String uri = switch (request.getDispatcherType()) {
			case ERROR, FORWARD -> attribute(request, RequestDispatcher.ERROR_REQUEST_URI);
			case ASYNC -> attribute(request, AsyncContext.ASYNC_REQUEST_URI);
			default -> request.getRequestURI();
		};
		String contextPath = request.getContextPath();
		if (contextPath.isEmpty()) {
			return uri;
		}
		return uri.startsWith(contextPath) ? uri.substring(contextPath.length()) : null;
	}

	private static String attribute(HttpServletRequest request, String name) {
		return (request.getAttribute(name) instanceof String uri) ? uri : request.getRequestURI();
	}

	/**
	 * Whether a container may choose between servlets by the path that it sees. It does
	 * not where the servlet for all other paths is the only one, as in most applications.
	 */
	static boolean mayChooseServlets(ServletContext context) {
		Collection<? extends ServletRegistration> servlets = context.getServletRegistrations().values();
		return servlets.isEmpty()
				|| !servlets.stream().allMatch((servlet) -> Set.of("/").containsAll(servlet.getMappings()));
	}

	/**
	 * The path that the container chose the servlet by, when that is not the raw path and
	 * the servlet is not the one for all other paths: decoded, without parameters and dot
	 * segments.
	 * @return the path, or {@code null} if the raw path says it all
	 */
	static @Nullable String normalized(HttpServletRequest request, String raw) {
		if (!isOdd(raw)) {
			return null;
		}
		HttpServletMapping mapping = request.getHttpServletMapping();
		MappingMatch match = (mapping != null) ? mapping.getMappingMatch() : null;
		if (match == null || match == MappingMatch.DEFAULT || match == MappingMatch.CONTEXT_ROOT) {
			return null;
		}
		String pathInfo = request.getPathInfo();
		return (pathInfo != null) ? request.getServletPath() + pathInfo : request.getServletPath();
	}

	/** Whether a container may see another path than the one that stands there. */
	private static boolean isOdd(String path) {
		boolean slash = false;
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			if (c > '/') {
				if (c == ';' || c == '\\') {
					return true;
				}
				slash = false;
			}
			else if (c == '%' || (slash && (c == '/' || c == '.'))) {
				return true;
			}
			else {
				slash = c == '/';
			}
		}
		return false;
	}

}
