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

package io.github.corsstarter.sample.ports;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * The ports that the application really listens on, the one of Spring Boot's own server
 * first.
 */
@Component
public class ListeningPorts implements ApplicationListener<WebServerInitializedEvent> {

	private final AdditionalServers additionalServers;

	private volatile int mainPort;

	ListeningPorts(AdditionalServers additionalServers) {
		this.additionalServers = additionalServers;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		// A separate management server has a namespace and is no origin of the page
		if (event.getApplicationContext().getServerNamespace() == null) {
			this.mainPort = event.getWebServer().getPort();
		}
	}

	/**
	 * Return the name of the web stack.
	 * @return {@code servlet} or {@code reactive}
	 */
	public String stack() {
		return this.additionalServers.stack();
	}

	/**
	 * Return every port.
	 * @return the ports, the main one first
	 */
	public List<Integer> all() {
		return Stream.concat(Stream.of(this.mainPort), this.additionalServers.ports().stream()).toList();
	}

}
