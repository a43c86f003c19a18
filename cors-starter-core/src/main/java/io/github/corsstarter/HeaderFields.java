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

package io.github.corsstarter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.CorsDecision.FieldWriter;
import org.jspecify.annotations.Nullable;

/**
 * Names and values of header fields, in turn, as flat as they can be kept.
 */
final class HeaderFields {

	static final HeaderFields NONE = new HeaderFields(new String[0]);

	private final String[] namesAndValues;

	private HeaderFields(String[] namesAndValues) {
		this.namesAndValues = namesAndValues;
	}

	/**
	 * Make fields of names and values in turn. A field whose value is {@code null} is
	 * left out, so that an empty list never becomes an empty field.
	 */
	static HeaderFields of(@Nullable String... namesAndValues) {
		List<String> present = new ArrayList<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			String value = namesAndValues[i + 1];
			if (value != null) {
				present.add(Objects.requireNonNull(namesAndValues[i]));
				present.add(value);
			}
		}
		return present.isEmpty() ? NONE : new HeaderFields(present.toArray(new String[0]));
	}

	<T> void forEach(T target, FieldWriter<? super T> writer) {
		for (int i = 0; i < this.namesAndValues.length; i += 2) {
			writer.write(target, this.namesAndValues[i], this.namesAndValues[i + 1]);
		}
	}

}
