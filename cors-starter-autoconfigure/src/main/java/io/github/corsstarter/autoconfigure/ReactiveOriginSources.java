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

import java.time.Duration;
import java.util.List;

import io.github.corsstarter.source.CorsOriginSource;
import io.github.corsstarter.source.ReactiveCorsOriginSource;
import io.github.corsstarter.source.ReactiveSourceAdapter;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * What has to do with reactive origin sources; only used where Reactor is.
 */
final class ReactiveOriginSources {

	private ReactiveOriginSources() {
	}

	static boolean isOne(ListableBeanFactory beans, String name) {
		return beans.isTypeMatch(name, ReactiveCorsOriginSource.class);
	}

	static List<String> names(ListableBeanFactory beans) {
		return List.of(beans.getBeanNamesForType(ReactiveCorsOriginSource.class, true, false));
	}

	static CorsOriginSource get(ListableBeanFactory beans, String name, Duration timeout) {
		return new ReactiveSourceAdapter(beans.getBean(name, ReactiveCorsOriginSource.class), timeout);
	}

}
