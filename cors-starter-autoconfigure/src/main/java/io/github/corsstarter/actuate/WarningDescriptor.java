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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that is odd about the configuration without being an error.
 *
 * @param property the path of the property
 * @param value the value
 * @param sources where the value was set: first the source that counts, then those that
 * it hides
 * @param code the stable code of the problem
 * @param message one sentence that says why
 * @param suggestion the corrected value, or {@code null} if there is no obvious one
 */
public record WarningDescriptor(String property, String value, List<String> sources, String code, String message,
		@Nullable String suggestion) {

}
