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

package io.github.corsstarter.reactive;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * The lines of fields. {@link HttpHeaders} is a map up to Spring Framework 6.2 and none
 * from 7.0 on, so that the parameters of {@code get} and {@code remove} have other types
 * in the byte code of the two, and the set of names has another name; the handles fit
 * both.
 */
final class HeaderLines {

	private static final MethodHandle GET = find("get");

	private static final MethodHandle REMOVE = find("remove");

	private static final MethodHandle NAMES = findNames();

	private HeaderLines() {
	}

	@SuppressWarnings("unchecked")
	static @Nullable List<String> get(HttpHeaders headers, String name) {
		try {
			return (List<String>) GET.invokeExact(headers, name);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	// An exact call has to take what the method gives
	@SuppressWarnings("UnusedVariable")
	static void remove(HttpHeaders headers, String name) {
		try {
			List<?> removed = (List<?>) REMOVE.invokeExact(headers, name);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SuppressWarnings("unchecked")
	static Set<String> names(HttpHeaders headers) {
		try {
			return (Set<String>) NAMES.invokeExact(headers);
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static MethodHandle find(String method) {
		MethodType type = MethodType.methodType(List.class, HttpHeaders.class, String.class);
		for (Class<?> parameter : new Class<?>[] { String.class, Object.class }) {
			MethodHandle handle = find(method, MethodType.methodType(List.class, parameter));
			if (handle != null) {
				return handle.asType(type);
			}
		}
		throw new IllegalStateException("HttpHeaders has no method " + method);
	}

	private static MethodHandle findNames() {
		MethodHandle handle = find("headerNames", MethodType.methodType(Set.class));
		return (handle != null) ? handle : Objects.requireNonNull(find("keySet", MethodType.methodType(Set.class)));
	}

	private static @Nullable MethodHandle find(String method, MethodType type) {
		try {
			return MethodHandles.publicLookup().findVirtual(HttpHeaders.class, method, type);
		}
		catch (ReflectiveOperationException ex) {
			return null;
		}
	}

}
