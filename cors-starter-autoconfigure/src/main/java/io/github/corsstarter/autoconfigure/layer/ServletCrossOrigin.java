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

package io.github.corsstarter.autoconfigure.layer;

import java.util.List;

import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * {@code @CrossOrigin} in Spring MVC.
 */
final class ServletCrossOrigin implements CorsLayerFinder {

	@Override
	public List<OtherCorsLayer> find(Application application) {
		CrossOriginHandlers handlers = new CrossOriginHandlers(application.governed());
		application.beans(RequestMappingHandlerMapping.class)
			.values()
			.forEach((mapping) -> mapping.getHandlerMethods()
				.forEach((info, handler) -> handlers.add(handler,
						info.getPatternValues()
							.stream()
							.map((pattern) -> ServletPath.prepend(application.environment(), pattern))
							.toList())));
		return handlers.layers();
	}

}
