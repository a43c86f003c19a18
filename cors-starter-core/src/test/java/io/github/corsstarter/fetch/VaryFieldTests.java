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

package io.github.corsstarter.fetch;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VaryField}.
 */
class VaryFieldTests {

	@Test
	void addsMembersToTheLines() {
		assertThat(VaryField.merge(List.of("Accept-Encoding"), List.of("Origin"))).isEqualTo("Accept-Encoding, Origin");
		assertThat(VaryField.merge(List.of("A,B", " C ,\tD"), List.of("Origin"))).isEqualTo("A, B, C, D, Origin");
	}

	@Test
	void makesALineOfMembersAlone() {
		assertThat(VaryField.merge(List.of(), List.of("Origin", "Accept"))).isEqualTo("Origin, Accept");
	}

	@Test
	void namesEveryMemberOnceWhateverItsCase() {
		assertThat(VaryField.merge(List.of("origin, ORIGIN", "Accept"), List.of("Origin", "accept")))
			.isEqualTo("origin, Accept");
	}

	@Test
	void leavesEmptyElementsOut() {
		assertThat(VaryField.merge(List.of(",, A ,", "", " "), List.of("Origin"))).isEqualTo("A, Origin");
		assertThat(VaryField.merge(List.of(), List.of())).isEmpty();
	}

	@Test
	void keepsTheAsteriskThatSaysItAll() {
		assertThat(VaryField.merge(List.of("*"), List.of("Origin"))).isEqualTo("*");
		assertThat(VaryField.merge(List.of("Accept, *", "B"), List.of("Origin"))).isEqualTo("*");
	}

}
