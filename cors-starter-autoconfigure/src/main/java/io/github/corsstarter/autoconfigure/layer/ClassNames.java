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

import java.util.Locale;

import org.springframework.util.ClassUtils;

/**
 * What the name of a class says.
 */
final class ClassNames {

	private ClassNames() {
	}

	static String of(Object object) {
		return ClassUtils.getUserClass(object).getName();
	}

	/**
	 * Whether something that is not one of Spring's CORS types is for CORS all the same:
	 * filters written by hand and those of servers and libraries are known by their names
	 * alone.
	 */
	static boolean sayCors(Object object) {
		String name = ClassUtils.getUserClass(object).getSimpleName().toLowerCase(Locale.ROOT);
		return name.contains("cors") || name.contains("crossorigin") || name.contains("preflight");
	}

	/**
	 * Whether a class is Spring's own, such as a handler that has a CORS configuration
	 * for itself: nothing that an application has set up as a layer.
	 */
	static boolean saySpring(Object object) {
		return of(object).startsWith("org.springframework.web.");
	}

}
