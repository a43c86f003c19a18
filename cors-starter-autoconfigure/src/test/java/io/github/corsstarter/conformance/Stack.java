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

package io.github.corsstarter.conformance;

import java.util.List;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.ClassUtils;

/**
 * The web servers that every case is sent through. Their factories moved between the
 * lines of Spring Boot, so they are known by name only.
 */
public enum Stack {

	/**
	 * Tomcat with the servlet stack.
	 */
	TOMCAT("Tomcat", "servlet", "org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory",
			"org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory"),

	/**
	 * Jetty with the servlet stack.
	 */
	JETTY("Jetty", "servlet", "org.springframework.boot.jetty.servlet.JettyServletWebServerFactory",
			"org.springframework.boot.web.embedded.jetty.JettyServletWebServerFactory"),

	/**
	 * Reactor Netty with the reactive stack.
	 */
	REACTOR_NETTY("Reactor Netty", "reactive", "org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory",
			"org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory");

	private static final String FACTORY_BEAN_NAME = "stackWebServerFactory";

	// Where several servers are on the class path, Spring Boot 3.5 registers only one
	// bean
	// of this name, for whichever server.
	private static final String WEB_SOCKET_CUSTOMIZER_BEAN_NAME = "websocketServletWebServerCustomizer";

	private static final String WEB_SOCKET_CUSTOMIZER = "org.springframework.boot.autoconfigure.websocket.servlet.%sWebSocketServletWebServerCustomizer";

	private final String displayName;

	private final String webApplicationType;

	private final List<String> factoryClassNames;

	Stack(String displayName, String webApplicationType, String... factoryClassNames) {
		this.displayName = displayName;
		this.webApplicationType = webApplicationType;
		this.factoryClassNames = List.of(factoryClassNames);
	}

	public String webApplicationType() {
		return this.webApplicationType;
	}

	public boolean isServlet() {
		return "servlet".equals(this.webApplicationType);
	}

	public String contextPathProperty() {
		return isServlet() ? "server.servlet.context-path" : "spring.webflux.base-path";
	}

	/**
	 * Make the application use this server although others are on the class path.
	 * @param context the context before its refresh
	 */
	public void initialize(ConfigurableApplicationContext context) {
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context;
		RootBeanDefinition factory = new RootBeanDefinition(factoryClass());
		if (!isServlet()) {
			// Or a context that is closed would stop the threads of the others
			RootBeanDefinition ownThreads = new RootBeanDefinition(ReactorResourceFactory.class);
			ownThreads.getPropertyValues().add("useGlobalResources", false);
			factory.getPropertyValues().add("resourceFactory", ownThreads);
		}
		registry.registerBeanDefinition(FACTORY_BEAN_NAME, factory);
		String webSocketCustomizer = WEB_SOCKET_CUSTOMIZER.formatted(this.displayName);
		if (isServlet() && ClassUtils.isPresent(webSocketCustomizer, null)) {
			registry.registerBeanDefinition(WEB_SOCKET_CUSTOMIZER_BEAN_NAME,
					new RootBeanDefinition(resolve(webSocketCustomizer)));
		}
	}

	private Class<?> factoryClass() {
		for (String name : this.factoryClassNames) {
			if (ClassUtils.isPresent(name, null)) {
				return resolve(name);
			}
		}
		throw new IllegalStateException("None of " + this.factoryClassNames + " is on the class path");
	}

	private static Class<?> resolve(String name) {
		return ClassUtils.resolveClassName(name, null);
	}

	@Override
	public String toString() {
		return this.displayName;
	}

}
