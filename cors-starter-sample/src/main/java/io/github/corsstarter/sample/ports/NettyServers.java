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

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * One more Reactor Netty server for each further port, all with the handler of the main
 * one. They start after it and stop before it.
 */
final class NettyServers implements AdditionalServers, SmartLifecycle {

	private final List<Integer> requestedPorts;

	private final IntFunction<WebServer> factory;

	private volatile List<WebServer> servers = List.of();

	NettyServers(List<Integer> requestedPorts, IntFunction<WebServer> factory) {
		this.requestedPorts = requestedPorts;
		this.factory = factory;
	}

	@Override
	public void start() {
		List<WebServer> started = new ArrayList<>();
		try {
			for (int port : this.requestedPorts) {
				WebServer server = this.factory.apply(port);
				server.start();
				started.add(server);
			}
		}
		catch (RuntimeException ex) {
			started.forEach(WebServer::stop);
			throw ex;
		}
		this.servers = List.copyOf(started);
	}

	@Override
	public void stop() {
		this.servers.forEach(WebServer::stop);
		this.servers = List.of();
	}

	@Override
	public boolean isRunning() {
		return !this.servers.isEmpty();
	}

	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 1;
	}

	@Override
	public String stack() {
		return "reactive";
	}

	@Override
	public List<Integer> ports() {
		return this.servers.stream().map(WebServer::getPort).toList();
	}

}
