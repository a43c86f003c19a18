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
package io.github.corsstarter.sample.browser;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs that the browser tests need.
 */
final class Programs {

	private Programs() {
	}

	/**
	 * Find a program.
	 * @param names the names that it goes by
	 * @param packages the packages that bring it
	 * @return where it is
	 */
	static File find(List<String> names, String packages) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
			.flatMap((folder) -> names.stream().map((name) -> new File(folder, name)))
			.filter(File::canExecute)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"""
							The browser tests found no %s on the PATH. Install %s, or leave the browser tests out 					with -DskipBrowserTests"""
						.formatted(String.join(" or ", names), packages)));
	}

}
