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

import java.net.InetAddress;
import java.util.List;

import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * One more Tomcat connector for each further port. Tomcat starts and stops them with its
 * own.
 */
final class TomcatConnectors implements AdditionalServers, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final List<Connector> connectors;

	TomcatConnectors(List<Integer> ports, @Nullable InetAddress address) {
		this.connectors = ports.stream().map((port) -> connector(port, address)).toList();
	}

	private static Connector connector(int port, @Nullable InetAddress address) {
		Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
		connector.setPort(port);
		connector.setThrowOnFailure(true);
		if (address != null) {
			connector.setProperty("address", address.getHostAddress());
		}
		return connector;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addAdditionalConnectors(this.connectors.toArray(Connector[]::new));
	}

	@Override
	public String stack() {
		return "servlet";
	}

	@Override
	public List<Integer> ports() {
		return this.connectors.stream().map(Connector::getLocalPort).filter((port) -> port > 0).toList();
	}

}
