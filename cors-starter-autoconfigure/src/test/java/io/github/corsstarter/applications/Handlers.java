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

import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Handlers on every path, the same on both stacks. */
@RestController
class Handlers {

	static final String ANNOTATED_ORIGIN = "https://annotated.example.com";

	@GetMapping("/{chain}/{area}/data")
	String read() {
		return "data";
	}

	@PostMapping("/{chain}/{area}/data")
	String write() {
		return "written";
	}

	@CrossOrigin(ANNOTATED_ORIGIN)
	@RequestMapping(path = "/{chain}/{area}/annotated", method = { RequestMethod.GET, RequestMethod.PUT })
	String annotated() {
		return "annotated";
	}

}
