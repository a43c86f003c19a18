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

package io.github.corsstarter.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds the word that was probably meant. Words are in kebab case; hyphens do not count.
 */
final class KeyDistance {

	private KeyDistance() {
	}

	/** The nearest of some words, null if none is near. */
	static @Nullable String nearest(String word, List<String> candidates) {
		return nearest(word, candidates, Math.max(2, word.length() / 3));
	}

	/** The nearest of some words, null if none is so near that it must be a typo. */
	static @Nullable String nearMiss(String word, List<String> candidates) {
		return nearest(word, candidates, Math.min(2, word.length() / 3));
	}

	private static @Nullable String nearest(String word, List<String> candidates, int most) {
		String uniform = uniform(word);
		String nearest = null;
		int least = most + 1;
		for (String candidate : candidates) {
			int distance = distance(uniform, uniform(candidate));
			if (isPart(uniform, uniform(candidate))) {
				distance = Math.min(distance, 2);
			}
			if (distance < least) {
				nearest = candidate;
				least = distance;
			}
		}
		return nearest;
	}

	/** Whether a word lacks its beginning, or has more than the word. */
	private static boolean isPart(String word, String candidate) {
		String singular = candidate.endsWith("s") ? candidate.substring(0, candidate.length() - 1) : candidate;
		return word.length() > 3 && (candidate.endsWith(word) || (singular.length() > 3 && word.startsWith(singular)));
	}

	/** The Levenshtein distance. */
	private static int distance(String a, String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int substitution = diagonal + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(substitution, 1 + Math.min(row[j - 1], row[j]));
			}
		}
		return row[b.length()];
	}

	private static String uniform(String word) {
		return word.replace("-", "");
	}

}
