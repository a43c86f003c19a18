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

package io.github.corsstarter.log;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TraceId} where SLF4J is absent.
 */
class WithoutSlf4jTests {

	@Test
	void thereIsNoTrace() throws Exception {
		Class<?> type = new WithoutSlf4j().loadClass(TraceId.class.getName());
		assertThat(type).isNotSameAs(TraceId.class);
		var current = type.getDeclaredMethod("current");
		ReflectionUtils.makeAccessible(current);
		assertThat(current.invoke(null)).isNull();
	}

	/**
	 * Has the package of the test as its own, and no SLF4J.
	 */
	private static final class WithoutSlf4j extends ClassLoader {

		private WithoutSlf4j() {
			super(WithoutSlf4jTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (name.startsWith("org.slf4j.")) {
				throw new ClassNotFoundException(name);
			}
			if (!name.startsWith(TraceId.class.getName())) {
				return super.loadClass(name, resolve);
			}
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded : define(name);
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = in.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
