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

package io.github.corsstarter.sample.lab;

import java.util.List;

import io.github.corsstarter.sample.ports.ListeningPorts;

import org.springframework.boot.SpringBootVersion;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page's own two questions. No rule governs them: the page asks at its own origin.
 */
@RestController
@RequestMapping("/lab")
class LabController {

	private final LabProperties properties;

	private final ListeningPorts ports;

	private final ExchangeLog log;

	LabController(LabProperties properties, ListeningPorts ports, ExchangeLog log) {
		this.properties = properties;
		this.ports = ports;
		this.log = log;
	}

	@GetMapping("/config")
	ResponseEntity<LabConfig> config() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new LabConfig(this.ports.stack(), String.valueOf(SpringBootVersion.getVersion()),
					this.properties.pageHosts(), this.ports.all()));
	}

	@GetMapping("/exchanges/{id}")
	ResponseEntity<List<Exchange>> exchanges(@PathVariable String id) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.log.find(id));
	}

	/**
	 * What the page needs to know before it can offer anything.
	 *
	 * @param stack {@code servlet} or {@code reactive}
	 * @param springBoot the version of Spring Boot
	 * @param hosts the host names that the page can be opened at
	 * @param ports the ports that the application listens on
	 */
	record LabConfig(String stack, String springBoot, List<String> hosts, List<Integer> ports) {

	}

}
