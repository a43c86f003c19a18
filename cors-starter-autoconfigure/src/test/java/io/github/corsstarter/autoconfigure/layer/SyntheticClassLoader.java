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

import java.util.Arrays;

import net.bytebuddy.ByteBuddy;

/**
 * Has classes without content, named like those of libraries that are not there.
 */
final class SyntheticClassLoader extends ClassLoader {

	SyntheticClassLoader(String... classNames) {
		super(SyntheticClassLoader.class.getClassLoader());
		Arrays.stream(classNames).forEach((name) -> {
			byte[] bytes = new ByteBuddy().subclass(Object.class).name(name).make().getBytes();
			defineClass(name, bytes, 0, bytes.length);
		});
	}

}
