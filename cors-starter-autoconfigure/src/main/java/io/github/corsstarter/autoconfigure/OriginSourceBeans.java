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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.corsstarter.ProblemCode;
import io.github.corsstarter.rule.CorsRule;
import io.github.corsstarter.rule.OriginLookup;
import io.github.corsstarter.rule.OriginSourceListener;
import io.github.corsstarter.rule.OriginSources;
import io.github.corsstarter.rule.RuleProblem;
import io.github.corsstarter.source.CachedOriginSource;
import io.github.corsstarter.source.CorsOriginSource;
import io.github.corsstarter.source.OriginCacheSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * The beans that rules can name as origin sources. They are got when they are called for
 * the first time, and not while the filter is made, which is early. Rules that name the
 * same bean share what it has answered, and so do the rules of before and after a change
 * of the configuration.
 */
final class OriginSourceBeans implements AutoCloseable {

	private static final String CAFFEINE = "com.github.benmanes.caffeine.cache.Caffeine";

	private static final String REACTOR = "reactor.core.publisher.Mono";

	private final ListableBeanFactory beans;

	private final boolean cachePresent;

	private final boolean reactorPresent;

	private final Supplier<List<OriginSourceListener>> listeners;

	private final Map<Bounded, CachedOriginSource> cached = new ConcurrentHashMap<>();

	OriginSourceBeans(ListableBeanFactory beans, @Nullable ClassLoader classLoader,
			Supplier<List<OriginSourceListener>> listeners) {
		this.beans = beans;
		this.cachePresent = ClassUtils.isPresent(CAFFEINE, classLoader);
		this.reactorPresent = ClassUtils.isPresent(REACTOR, classLoader);
		this.listeners = listeners;
	}

	/** The beans, asked within bounds. */
	OriginSources within(OriginCacheSettings settings) {
		return (rule, name, problems) -> find(rule, name, settings, problems);
	}

	/**
	 * Forget the answers to rules with other bounds than these: it is settled which rules
	 * are in force. Not before, since rules that are refused leave everything as it is.
	 */
	void keepOnly(OriginCacheSettings settings) {
		this.cached.forEach((key, source) -> {
			if (!key.settings().equals(settings)) {
				this.cached.remove(key);
				source.retire();
			}
		});
	}

	private @Nullable OriginLookup find(CorsRule rule, String name, OriginCacheSettings settings,
			Consumer<RuleProblem> problems) {
		boolean blocking = this.beans.containsBean(name) && this.beans.isTypeMatch(name, CorsOriginSource.class);
		boolean reactive = !blocking && this.reactorPresent && this.beans.containsBean(name)
				&& ReactiveOriginSources.isOne(this.beans, name);
		if (!blocking && !reactive) {
			problems.accept(unusable(rule, name));
			return null;
		}
		if (!this.cachePresent) {
			problems.accept(new RuleProblem(rule.name(), OriginSources.KEY, name,
					ProblemCode.ORIGIN_SOURCE_WITHOUT_CACHE,
					"The answers of a source are kept in a cache of Caffeine, which is not on the class path; add the"
							+ " dependency com.github.ben-manes.caffeine:caffeine, whose version Spring Boot manages.",
					null));
			return null;
		}
		return this.cached.computeIfAbsent(new Bounded(name, settings), (key) -> cache(name, reactive, settings))
			.forRule(rule.name());
	}

	private RuleProblem unusable(CorsRule rule, String name) {
		List<String> names = names();
		boolean exists = this.beans.containsBean(name);
		String candidates = names.isEmpty() ? "no bean is one" : "such beans are " + String.join(", ", names);
		return new RuleProblem(rule.name(), OriginSources.KEY, name,
				exists ? ProblemCode.ORIGIN_SOURCE_WRONG_TYPE : ProblemCode.ORIGIN_SOURCE_MISSING,
				(exists ? "The bean is neither a CorsOriginSource nor a ReactiveCorsOriginSource; "
						: "There is no bean with this name; a source is a CorsOriginSource or a"
								+ " ReactiveCorsOriginSource, and ")
						+ candidates + ".",
				(exists && names.size() == 1) ? names.get(0) : KeyDistance.nearest(name, names));
	}

	private List<String> names() {
		List<String> names = new ArrayList<>(
				Stream.of(this.beans.getBeanNamesForType(CorsOriginSource.class, true, false)).toList());
		if (this.reactorPresent) {
			names.addAll(ReactiveOriginSources.names(this.beans));
		}
		return names.stream().distinct().sorted().toList();
	}

	private CachedOriginSource cache(String name, boolean reactive, OriginCacheSettings settings) {
		Supplier<CorsOriginSource> source = reactive
				? () -> ReactiveOriginSources.get(this.beans, name, settings.timeout())
				: () -> this.beans.getBean(name, CorsOriginSource.class);
		return new CachedOriginSource(name, source, settings, this.listeners.get());
	}

	@Override
	public void close() {
		this.cached.values().forEach(CachedOriginSource::close);
	}

	/**
	 * What answers are remembered by.
	 *
	 * @param name the name of the source
	 * @param settings the bounds
	 */
	private record Bounded(String name, OriginCacheSettings settings) {

	}

}
