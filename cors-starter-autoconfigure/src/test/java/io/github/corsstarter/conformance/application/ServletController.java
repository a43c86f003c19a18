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

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The handlers that need the servlet API.
 */
@Controller
class ServletController {

	private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	@RequestMapping("/api/senderror")
	void sendError(HttpServletResponse response) throws IOException {
		response.setHeader(ALLOW_ORIGIN, "*");
		response.setHeader(SharedController.HANDLER, "senderror");
		response.sendError(418);
	}

	@RequestMapping("/api/reset")
	void reset(HttpServletResponse response) throws IOException {
		response.setHeader("Vary", "Accept");
		response.setHeader(ALLOW_ORIGIN, "*");
		response.reset();
		response.setHeader(SharedController.HANDLER, "reset");
		response.getWriter().write("reset");
	}

	@RequestMapping("/api/reset-senderror")
	void resetAndSendError(HttpServletResponse response) throws IOException {
		response.getWriter().write("half an answer");
		response.reset();
		response.sendError(409, "reset first");
	}

	@RequestMapping("/api/set-vary")
	void setVary(HttpServletResponse response) throws IOException {
		response.addHeader("Vary", "Origin");
		response.setHeader("Vary", "Accept");
		response.addHeader("vary", "accept-language");
		response.setIntHeader("Access-Control-Max-Age", 5);
		response.addIntHeader("Access-Control-Max-Age", 6);
		response.addDateHeader("Access-Control-Allow-Origin", 0);
		response.getOutputStream().write('x');
	}

	@RequestMapping("/api/send-redirect")
	void sendRedirect(HttpServletResponse response) throws IOException {
		response.addHeader(ALLOW_ORIGIN, "https://evil.test");
		response.sendRedirect("/api/data");
	}

	@RequestMapping("/api/raw-async")
	void rawAsync(HttpServletRequest request, HttpServletResponse response) {
		answerLate(request.startAsync(request, response));
	}

	private void answerLate(AsyncContext context) {
		context.start(() -> {
			HttpServletResponse response = (HttpServletResponse) context.getResponse();
			response.setHeader(ALLOW_ORIGIN, "*");
			response.setHeader("Vary", "Accept");
			response.setStatus(202);
			context.complete();
		});
	}

	@RequestMapping("/api/raw-dispatch")
	void rawDispatch(HttpServletRequest request, HttpServletResponse response) {
		request.startAsync().dispatch("/api/overwrites");
	}

	@RequestMapping("/api/flush-early")
	void flushEarly(HttpServletResponse response) throws IOException {
		response.setHeader(SharedController.HANDLER, "flush-early");
		response.getWriter().write("early");
		response.flushBuffer();
		response.setHeader(ALLOW_ORIGIN, "*");
		response.getWriter().write(", late");
	}

	@RequestMapping("/public/forward-to-admin")
	void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		request.getRequestDispatcher("/api/admin/x").forward(request, response);
	}

	@GetMapping("/api/ws")
	void webSocket(HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException, DeploymentException {
		response.setHeader(SharedController.HANDLER, "ws");
		if (!"https://app.example.com".equals(request.getHeader("Origin"))) {
			response.setStatus(403);
			return;
		}
		ServerContainer container = (ServerContainer) request.getServletContext()
			.getAttribute("jakarta.websocket.server.ServerContainer");
		ServerEndpointConfig endpoint = ServerEndpointConfig.Builder.create(SilentEndpoint.class, "/api/ws")
			.extensions(List.of())
			.build();
		container.upgradeHttpToWebSocket(request, response, endpoint, Map.of());
	}

	/**
	 * An endpoint that says nothing.
	 */
	public static class SilentEndpoint extends Endpoint {

		@Override
		public void onOpen(Session session, EndpointConfig config) {
			// Nothing to say
		}

	}

}
