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

package io.github.corsstarter.applications;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handlers that are the same on both stacks. */
@RestController
class SharedHandlers {

	/** The origin that the handlers themselves allow. */
	static final String OWN_ORIGIN = "https://own.example.com";

	/** The paths of the global mappings. */
	static final String[] MAPPED = { "/governed/mapped/**", "/free/mapped/**" };

	@CrossOrigin(OWN_ORIGIN)
	@GetMapping({ "/governed/annotated", "/free/annotated" })
	String annotated() {
		return "the content of annotated";
	}

	@GetMapping({ "/governed/mapped", "/free/mapped" })
	String mapped() {
		return "the content of mapped";
	}

	@GetMapping({ "/governed/download", "/free/download" })
	ResponseEntity<String> download() {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"report.csv\"")
			.body("the content of download");
	}

}
