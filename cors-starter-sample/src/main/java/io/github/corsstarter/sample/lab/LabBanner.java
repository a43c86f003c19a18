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

import io.github.corsstarter.sample.ports.ListeningPorts;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says where to look, once everything listens.
 */
@Component
class LabBanner {

	private static final Log logger = LogFactory.getLog(LabBanner.class);

	private final ListeningPorts ports;

	LabBanner(ListeningPorts ports) {
		this.ports = ports;
	}

	@EventListener(ApplicationReadyEvent.class)
	void announce() {
		logger.info("CORS lab (%s): open http://localhost:%d/ (ports %s)".formatted(this.ports.stack(),
				this.ports.all().get(0), this.ports.all()));
	}

}
