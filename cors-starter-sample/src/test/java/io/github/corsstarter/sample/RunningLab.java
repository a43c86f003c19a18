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

package io.github.corsstarter.sample;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.sample.api.Orders;
import io.github.corsstarter.sample.lab.Exchange;
import io.github.corsstarter.sample.lab.ExchangeLog;
import io.github.corsstarter.sample.ports.ListeningPorts;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The sample, started as a person starts it, but on free ports.
 */
public final class RunningLab implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private RunningLab(ConfigurableApplicationContext context) {
		this.context = context;
	}

	public static RunningLab start(Stack stack, Class<?>... furtherSources) {
		return start(stack, List.of(), furtherSources);
	}

	/**
	 * Start the sample.
	 * @param stack the stack
	 * @param arguments further arguments
	 * @param furtherSources what it has in addition
	 * @return the running sample
	 */
	public static RunningLab start(Stack stack, List<String> arguments, Class<?>... furtherSources) {
		List<String> all = new ArrayList<>(List.of("--spring.main.banner-mode=off",
				"--logging.level.org.openqa.selenium=error", "--spring.main.web-application-type=" + stack,
				"--server.port=0", "--lab.additional-ports=0,0"));
		all.addAll(arguments);
		List<Class<?>> sources = new ArrayList<>(List.of(furtherSources));
		sources.add(CorsLabApplication.class);
		return new RunningLab(
				new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).run(all.toArray(String[]::new)));
	}

	public List<Integer> ports() {
		return this.context.getBean(ListeningPorts.class).all();
	}

	public int port(int index) {
		return ports().get(index);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public void resetOrders() {
		bean(Orders.class).reset();
	}

	/**
	 * Wait for the answers to be noted down: a client may have them a moment before.
	 * @param id the identifier in the query of the requests
	 * @return the exchanges
	 */
	public List<Exchange> exchanges(String id) {
		ExchangeLog log = bean(ExchangeLog.class);
		for (int attempt = 0; attempt < 100; attempt++) {
			List<Exchange> exchanges = log.find(id);
			if (exchanges.stream().allMatch((exchange) -> exchange.status() != null)) {
				return exchanges;
			}
			pause();
		}
		throw new IllegalStateException("An answer was not noted down: " + log.find(id));
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
