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

package io.github.corsstarter.sample.tenant;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.springframework.stereotype.Component;

/** The last questions that the database was asked, and how many there were in all. */
@Component
class QuestionLog {

	private static final int REMEMBERED = 20;

	private final Clock clock = Clock.systemUTC();

	private final Deque<Question> last = new ArrayDeque<>();

	private long count;

	synchronized void add(String origin, boolean allowed) {
		if (this.last.size() == REMEMBERED) {
			this.last.removeLast();
		}
		this.last.addFirst(new Question(origin, allowed, Thread.currentThread().getName(), this.clock.instant()));
		this.count++;
	}

	synchronized List<Question> last() {
		return List.copyOf(this.last);
	}

	synchronized long count() {
		return this.count;
	}

}
