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
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.DisallowedRequests;
import io.github.corsstarter.rule.Mode;
import io.github.corsstarter.source.OriginCacheSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.core.Ordered;

/**
 * What is configured below {@code cors}. Immutable; a key that is not set is
 * {@code null}.
 *
 * @param enabled Whether the starter does anything.
 * @param filterOrder Order of the filter, on both stacks.
 * @param unmatchedPreflights What happens to preflights that no rule answers: 'pass'
 * leaves them to the application, 'handlers' lets its handlers answer before Spring
 * Security.
 * @param defaults What a rule uses for a key that it does not set.
 * @param originCache Bounds of the cache in front of origin sources.
 * @param rules The rules, by name.
 */
@ConfigurationProperties(CorsProperties.PREFIX)
public record CorsProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("" + CorsProperties.DEFAULT_FILTER_ORDER) int filterOrder,
		@DefaultValue("pass") UnmatchedPreflights unmatchedPreflights, @DefaultValue Defaults defaults,
		@DefaultValue OriginCache originCache, Map<String, Rule> rules) {

	/** The prefix of all properties. */
	public static final String PREFIX = "cors";

	/**
	 * After forwarded headers and observation, before the session and Spring Security.
	 */
	public static final int DEFAULT_FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	/** Nothing is configured. */
	static final CorsProperties EMPTY = new CorsProperties(true, DEFAULT_FILTER_ORDER, UnmatchedPreflights.PASS,
			Defaults.EMPTY, OriginCache.DEFAULT, Map.of());

	/**
	 * Create properties.
	 */
	public CorsProperties {
		// not Map.copyOf: problems are reported in the order of the configuration
		rules = (rules != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(rules)) : Map.of();
	}

	CorsProperties withoutRules() {
		return new CorsProperties(this.enabled, this.filterOrder, this.unmatchedPreflights, this.defaults,
				this.originCache, Map.of());
	}

	/**
	 * Bounds of the cache in front of origin sources, one for each source.
	 *
	 * @param maximumSize Number of origins that answers are remembered for.
	 * @param timeToLive How long an answer holds, positive or negative, in seconds if no
	 * unit is given.
	 * @param timeout How long a request waits for an answer at most, in seconds if no
	 * unit is given.
	 * @param staleWhileError How much longer an answer holds while the source fails, in
	 * seconds if no unit is given; 0 means not at all.
	 * @param pauseAfterError How long an origin is not asked about again after that
	 * failed, in seconds if no unit is given.
	 * @param maximumConcurrentCalls Number of calls of a source at the same time, each on
	 * a thread of its own.
	 * @param maximumCallsPerSecond Number of calls of a source in a second for origins
	 * that were not allowed before; beyond it they are not allowed without a call.
	 */
	public record OriginCache(@DefaultValue(OriginCache.MAXIMUM_SIZE) int maximumSize,
			@DefaultValue(OriginCache.TIME_TO_LIVE) @DurationUnit(ChronoUnit.SECONDS) Duration timeToLive,
			@DefaultValue(OriginCache.TIMEOUT) @DurationUnit(ChronoUnit.SECONDS) Duration timeout,
			@DefaultValue(OriginCache.STALE_WHILE_ERROR) @DurationUnit(ChronoUnit.SECONDS) Duration staleWhileError,
			@DefaultValue(OriginCache.PAUSE_AFTER_ERROR) @DurationUnit(ChronoUnit.SECONDS) Duration pauseAfterError,
			@DefaultValue(OriginCache.MAXIMUM_CONCURRENT_CALLS) int maximumConcurrentCalls,
			@DefaultValue(OriginCache.MAXIMUM_CALLS_PER_SECOND) int maximumCallsPerSecond) {

		static final String MAXIMUM_SIZE = "10000";

		static final String TIME_TO_LIVE = "60s";

		static final String TIMEOUT = "2s";

		static final String STALE_WHILE_ERROR = "0s";

		static final String PAUSE_AFTER_ERROR = "1s";

		static final String MAXIMUM_CONCURRENT_CALLS = "4";

		static final String MAXIMUM_CALLS_PER_SECOND = "200";

		/** Nothing is configured. */
		static final OriginCache DEFAULT = new OriginCache(Integer.parseInt(MAXIMUM_SIZE),
				DurationStyle.SIMPLE.parse(TIME_TO_LIVE), DurationStyle.SIMPLE.parse(TIMEOUT),
				DurationStyle.SIMPLE.parse(STALE_WHILE_ERROR), DurationStyle.SIMPLE.parse(PAUSE_AFTER_ERROR),
				Integer.parseInt(MAXIMUM_CONCURRENT_CALLS), Integer.parseInt(MAXIMUM_CALLS_PER_SECOND));

		OriginCacheSettings toSettings() {
			return new OriginCacheSettings(this.maximumSize, this.timeToLive, this.timeout, this.staleWhileError,
					this.pauseAfterError, this.maximumConcurrentCalls, this.maximumCallsPerSecond);
		}

	}

	/**
	 * What a rule uses for a key that it does not set. An explicit value of the rule,
	 * {@code false} and empty included, overrides.
	 *
	 * @param allowedOrigins Serialized origins that may read the answers, or the single
	 * value '*' for any origin (then without credentials).
	 * @param allowedOriginPatterns Patterns for further origins: 'https://*.example.com'
	 * (one or more whole labels), 'http://localhost:*' (any port),
	 * 'http://localhost:[3000,5173]' (some ports).
	 * @param originSource Name of a bean that is asked about well-formed origins that
	 * nothing else of the rule allows, a CorsOriginSource or a ReactiveCorsOriginSource.
	 * @param allowedMethods Methods that preflights allow besides GET, HEAD and POST, or
	 * '*' for any.
	 * @param allowedHeaders Request headers that preflights allow, or '*' for any.
	 * @param exposedHeaders Response headers that scripts may read, or '*' for any
	 * (without credentials).
	 * @param allowCredentials Whether scripts may read answers to requests with cookies,
	 * HTTP authentication or client certificates.
	 * @param maxAge How long browsers may keep the answer to a preflight, in whole
	 * seconds if no unit is given; 0 means not at all.
	 * @param mode Whether decisions are applied or only reported.
	 * @param disallowedRequests What happens to actual requests that are not allowed.
	 * @param dangerouslyTolerateInsecureOrigins Whether http origins other than loopback
	 * may be combined with credentials.
	 * @param dangerouslyToleratePublicSuffixPatterns Whether patterns right below a
	 * public suffix, such as 'https://*.github.io', may be combined with credentials.
	 */
	public record Defaults(@Nullable List<String> allowedOrigins, @Nullable List<String> allowedOriginPatterns,
			@Nullable String originSource, @Nullable List<String> allowedMethods, @Nullable List<String> allowedHeaders,
			@Nullable List<String> exposedHeaders, @Nullable Boolean allowCredentials,
			@DurationUnit(ChronoUnit.SECONDS) @Nullable Duration maxAge, @Nullable Mode mode,
			@Nullable DisallowedRequests disallowedRequests, @Nullable Boolean dangerouslyTolerateInsecureOrigins,
			@Nullable Boolean dangerouslyToleratePublicSuffixPatterns) {

		/** Nothing is configured. */
		static final Defaults EMPTY = new Defaults(null, null, null, null, null, null, null, null, null, null, null,
				null);

	}

	/**
	 * One rule.
	 *
	 * @param enabled Whether the rule is there; a rule that is not gives way to the next
	 * most specific one and is still shown by the endpoint.
	 * @param paths Path patterns that the rule governs, inside the context path.
	 * @param allowedOrigins Serialized origins that may read the answers, or the single
	 * value '*' for any origin (then without credentials).
	 * @param allowedOriginPatterns Patterns for further origins: 'https://*.example.com'
	 * (one or more whole labels), 'http://localhost:*' (any port),
	 * 'http://localhost:[3000,5173]' (some ports).
	 * @param originSource Name of a bean that is asked about well-formed origins that
	 * nothing else of the rule allows, a CorsOriginSource or a ReactiveCorsOriginSource.
	 * @param allowedMethods Methods that preflights allow besides GET, HEAD and POST, or
	 * '*' for any.
	 * @param allowedHeaders Request headers that preflights allow, or '*' for any.
	 * @param exposedHeaders Response headers that scripts may read, or '*' for any
	 * (without credentials).
	 * @param allowCredentials Whether scripts may read answers to requests with cookies,
	 * HTTP authentication or client certificates.
	 * @param maxAge How long browsers may keep the answer to a preflight, in whole
	 * seconds if no unit is given; 0 means not at all.
	 * @param mode Whether decisions are applied or only reported.
	 * @param disallowedRequests What happens to actual requests that are not allowed.
	 * @param dangerouslyTolerateInsecureOrigins Whether http origins other than loopback
	 * may be combined with credentials.
	 * @param dangerouslyToleratePublicSuffixPatterns Whether patterns right below a
	 * public suffix, such as 'https://*.github.io', may be combined with credentials.
	 */
	public record Rule(@Nullable Boolean enabled, @Nullable List<String> paths, @Nullable List<String> allowedOrigins,
			@Nullable List<String> allowedOriginPatterns, @Nullable String originSource,
			@Nullable List<String> allowedMethods, @Nullable List<String> allowedHeaders,
			@Nullable List<String> exposedHeaders, @Nullable Boolean allowCredentials,
			@DurationUnit(ChronoUnit.SECONDS) @Nullable Duration maxAge, @Nullable Mode mode,
			@Nullable DisallowedRequests disallowedRequests, @Nullable Boolean dangerouslyTolerateInsecureOrigins,
			@Nullable Boolean dangerouslyToleratePublicSuffixPatterns) {

		/** A rule that sets nothing, as when the name alone stands in a YAML file. */
		static final Rule EMPTY = new Rule(null, null, null, null, null, null, null, null, null, null, null, null, null,
				null);

	}

}
