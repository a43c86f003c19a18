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

package io.github.corsstarter.actuate;

import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The forms in which the endpoint answers over HTTP. Of several that a client accepts,
 * Spring Boot takes the last one.
 */
enum CorsFormat implements Producible<CorsFormat> {

	/** JSON, as every endpoint of this version of the API. */
	JSON_V3(CorsFormat.V3),

	/** JSON, as every endpoint of this version of the API. */
	JSON_V2(CorsFormat.V2),

	/** JSON under its common name. */
	JSON(MimeTypeUtils.APPLICATION_JSON_VALUE),

	/** A page for people. */
	HTML(CorsFormat.HTML_TYPE);

	static final String V3 = "application/vnd.spring-boot.actuator.v3+json";

	static final String V2 = "application/vnd.spring-boot.actuator.v2+json";

	static final String HTML_TYPE = "text/html;charset=UTF-8";

	private final MimeType mimeType;

	CorsFormat(String mimeType) {
		this.mimeType = MimeTypeUtils.parseMimeType(mimeType);
	}

	@Override
	public MimeType getProducedMimeType() {
		return this.mimeType;
	}

	@Override
	public boolean isDefault() {
		return this == JSON_V3;
	}

}
