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

package io.github.corsstarter.sample.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The sample's API without its lab, which records every request, and without what needs
 * the lab. No component, so that the tests of the sample do not find it.
 */
@EnableAutoConfiguration
@ComponentScan(basePackages = { "io.github.corsstarter.sample.api", "io.github.corsstarter.sample.tenant" },
		excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Trouble.*"))
class LoadedApplication {

	/**
	 * Start it.
	 * @param arguments the name of the {@link Variant}, of the type of the web
	 * application, and anything that Spring Boot understands
	 */
	public static void main(String[] arguments) {
		Variant variant = Variant.valueOf(arguments[0]);
		List<Class<?>> sources = new ArrayList<>(List.of(LoadedApplication.class));
		if (variant == Variant.SPRING) {
			sources.add(arguments[1].equals("servlet") ? SpringServletCors.class : SpringReactiveCors.class);
		}
		List<String> properties = new ArrayList<>(variant.arguments());
		properties.add("--spring.main.web-application-type=" + arguments[1]);
		properties.addAll(Arrays.asList(arguments).subList(2, arguments.length));
		new SpringApplication(sources.toArray(Class<?>[]::new)).run(properties.toArray(String[]::new));
	}

}
