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

import io.github.corsstarter.autoconfigure.layer.OtherCorsLayer.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtherCorsLayer}.
 */
class OtherCorsLayerTests {

	@Test
	void staysOnOneLineWhateverItsNamesContain() {
		OtherCorsLayer layer = new OtherCorsLayer(Kind.CORS_FILTER, "filter 'a\r\nb\u001b[31m\u202e\u2028' \u00fc",
				"x");
		assertThat(layer.where()).isEqualTo("filter 'a\\u000d\\u000ab\\u001b[31m\\u202e\\u2028' \u00fc");
	}

	@Test
	void hasAKindThatIsWrittenInKebabCase() {
		assertThat(Kind.CORS_CONFIGURATION_SOURCE.id()).isEqualTo("cors-configuration-source");
	}

}
