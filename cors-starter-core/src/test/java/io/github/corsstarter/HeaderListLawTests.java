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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import io.github.corsstarter.law.Law;
import io.github.corsstarter.law.Noise;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The check of {@code Access-Control-Request-Headers} equals the one that is written for
 * the reader: split, trim, compare in lower case, count.
 */
class HeaderListLawTests {

	private static final int ROUNDS = 10_000;

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	/** "an" and "c0" have the same hash for the check. */
	private static final List<String> NAMES = List.of("X-A", "X-B", "an", "c0", "Authorization", "Content-Type", "*");

	private static final List<String> ELEMENTS = List.of("x-a", "X-B", "x-b", "an", "AN", "c0", "authorization",
			"Authorization", "content-type", "*", "x-c", "x-", "x-aa", "x a", "x;a", "x:", "\u00e9", "x-\u212aey", "");

	private static final List<String> SEPARATORS = List.of(",", ",", ",", ", ", " ,", "\t,\t", ",,", " , ,", ";", " ");

	@Test
	void theCheckEqualsTheNaiveOne() {
		Map<Verdict, AtomicInteger> verdicts = new EnumMap<>(Verdict.class);
		Law.holds(ROUNDS, (random) -> {
			CorsPolicyDefinition definition = CorsPolicyDefinition.builder()
				.allowedHeaders(Noise.someOf(random, NAMES))
				.allowCredentials(random.nextBoolean())
				.build();
			AllowedRequestHeaders headers = AllowedRequestHeaders.compile(definition, new Problems());
			String list = list(random, definition.allowedHeaders());
			List<String> names = new ArrayList<>();
			Verdict expected = naive(definition, list, names);
			NameEcho echo = headers.isEchoing() ? new NameEcho() : null;
			assertThat(headers.check(list, echo)).as("%s for %s", list, definition.allowedHeaders())
				.isEqualTo(expected);
			assertThat(headers.isEchoing())
				.isEqualTo(definition.allowedHeaders().contains("*") && definition.allowCredentials());
			if (echo != null && expected == Verdict.ALLOWED) {
				assertThat(echo.value()).isEqualTo(names.isEmpty() ? null : String.join(", ", names));
			}
			verdicts.computeIfAbsent(expected, (verdict) -> new AtomicInteger()).incrementAndGet();
		});
		assertThat(verdicts).containsKeys(Verdict.ALLOWED, Verdict.REQUEST_HEADERS_MALFORMED,
				Verdict.REQUEST_HEADERS_OVER_LIMIT, Verdict.REQUEST_HEADER_NOT_ALLOWED);
		verdicts.values().forEach((count) -> Law.happened(count, ROUNDS / 50));
	}

	private static String list(SplittableRandom random, List<String> allowed) {
		if (random.nextInt(10) == 0) {
			return Noise.string(random);
		}
		StringBuilder list = new StringBuilder();
		boolean wellFormed = random.nextInt(3) > 0;
		int elements = random.nextInt(Noise.oneOf(random, List.of(3, 8, 200)));
		for (int i = 0; i < elements; i++) {
			if (wellFormed) {
				list.append((allowed.isEmpty() || allowed.contains("*")) ? "x-" + random.nextInt(1 + elements)
						: Noise.oneOf(random, allowed));
			}
			else {
				list.append(Noise.oneOf(random, ELEMENTS));
			}
			list.append(Noise.oneOf(random, wellFormed ? SEPARATORS.subList(0, 8) : SEPARATORS));
		}
		if (random.nextInt(8) == 0) {
			int length = 8190 + random.nextInt(5);
			String filler = (random.nextInt(4) == 0) ? "a" : ", ";
			list.append(filler.repeat(Math.max(0, length - list.length())));
			list.setLength(length);
		}
		return list.toString();
	}

	private static Verdict naive(CorsPolicyDefinition definition, String list, List<String> names) {
		if (list.length() > 8192) {
			return Verdict.REQUEST_HEADERS_OVER_LIMIT;
		}
		List<String> allowed = lowerCase(definition.allowedHeaders());
		boolean any = allowed.contains("*");
		boolean repeated = any && definition.allowCredentials();
		Map<String, String> distinct = new LinkedHashMap<>();
		int count = 0;
		for (String element : list.split(",")) {
			String name = trim(element);
			if (name.isEmpty()) {
				continue;
			}
			if (!TOKEN.matcher(name).matches()) {
				return Verdict.REQUEST_HEADERS_MALFORMED;
			}
			count++;
			if (count > 128) {
				return Verdict.REQUEST_HEADERS_OVER_LIMIT;
			}
			String lowerCase = name.toLowerCase(Locale.ROOT);
			if (!repeated && !allowed.contains(lowerCase) && (!any || lowerCase.equals("authorization"))) {
				return Verdict.REQUEST_HEADER_NOT_ALLOWED;
			}
			distinct.putIfAbsent(lowerCase, name);
			if (repeated && (distinct.size() > 64 || String.join(", ", distinct.values()).length() > 4096)) {
				return Verdict.REQUEST_HEADERS_OVER_LIMIT;
			}
		}
		names.addAll(distinct.values());
		return Verdict.ALLOWED;
	}

	private static List<String> lowerCase(List<String> names) {
		return names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList();
	}

	private static String trim(String element) {
		return element.replaceAll("^[ \t]+|[ \t]+$", "");
	}

}
