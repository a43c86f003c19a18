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

package io.github.corsstarter.origin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file of lines in the order of their bytes, searched where it lies: one array, and no
 * object per line. Immutable.
 */
final class SortedLines {

	private final byte[] bytes;

	private SortedLines(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * Read a file.
	 * @param file the file, every line of it (the last one, too) ended by a line feed
	 * @return its lines
	 */
	static SortedLines read(InputStream file) {
		try (file) {
			return new SortedLines(file.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Whether there is a line that starts with some characters.
	 * @param start the characters; with a line feed at their end they are the whole line
	 * @return whether there is one
	 */
	boolean anyStartsWith(String start) {
		byte[] key = start.getBytes(StandardCharsets.ISO_8859_1);
		int low = 0;
		int high = this.bytes.length;
		while (low < high) {
			int line = lineStart((low + high) >>> 1);
			int next = nextLine(line);
			if (Arrays.compare(this.bytes, line, next, key, 0, key.length) < 0) {
				low = next;
			}
			else {
				high = line;
			}
		}
		int end = Math.min(low + key.length, this.bytes.length);
		return Arrays.equals(this.bytes, low, end, key, 0, key.length);
	}

	private int lineStart(int position) {
		int start = position;
		while (start > 0 && this.bytes[start - 1] != '\n') {
			start--;
		}
		return start;
	}

	private int nextLine(int position) {
		int end = position;
		while (this.bytes[end] != '\n') {
			end++;
		}
		return end + 1;
	}

}
