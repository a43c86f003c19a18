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

import java.time.Duration;
import java.util.List;

/**
 * What a user declared, typed but not checked. {@link CorsPolicy#compile} checks it.
 * Immutable.
 *
 * @param allowedOrigins the serialized origins that may read the answers, or the single
 * value {@code *} for any; none closes the policy
 * @param allowedOriginPatterns patterns for further origins, see
 * {@link io.github.corsstarter.origin.OriginPattern}
 * @param allowedMethods the methods that preflights allow, {@code *} for any
 * @param allowedHeaders the request-header names that preflights allow, {@code *} for any
 * @param exposedHeaders the response-header names that scripts may read
 * @param allowCredentials whether scripts may read answers to requests with credentials
 * @param maxAge for how long browsers may keep the answer to a preflight, in whole
 * seconds
 * @param disallowedRequests what happens to actual requests that are not allowed
 * @param dangerouslyTolerateInsecureOrigins whether {@code http} origins other than
 * loopback may be combined with credentials
 * @param dangerouslyToleratePublicSuffixPatterns whether patterns right below a public
 * suffix may be combined with credentials
 */
public record CorsPolicyDefinition(List<String> allowedOrigins, List<String> allowedOriginPatterns,
		List<String> allowedMethods, List<String> allowedHeaders, List<String> exposedHeaders, boolean allowCredentials,
		Duration maxAge, DisallowedRequests disallowedRequests, boolean dangerouslyTolerateInsecureOrigins,
		boolean dangerouslyToleratePublicSuffixPatterns) {

	/** The methods that are allowed unless others are. */
	public static final List<String> DEFAULT_ALLOWED_METHODS = List.of("GET", "HEAD", "POST");

	/** The request headers that are allowed unless others are. */
	public static final List<String> DEFAULT_ALLOWED_HEADERS = List.of("Content-Type", "Authorization");

	/** For how long a preflight may be kept unless said otherwise. */
	public static final Duration DEFAULT_MAX_AGE = Duration.ofMinutes(30);

	/**
	 * Create a definition.
	 */
	public CorsPolicyDefinition {
		allowedOrigins = List.copyOf(allowedOrigins);
		allowedOriginPatterns = List.copyOf(allowedOriginPatterns);
		allowedMethods = List.copyOf(allowedMethods);
		allowedHeaders = List.copyOf(allowedHeaders);
		exposedHeaders = List.copyOf(exposedHeaders);
	}

	/**
	 * Start with the defaults: no origin, {@link #DEFAULT_ALLOWED_METHODS},
	 * {@link #DEFAULT_ALLOWED_HEADERS}, {@link #DEFAULT_MAX_AGE}, no credentials.
	 * @return a builder, not safe for use by several threads
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Start with this definition.
	 * @return a builder, not safe for use by several threads
	 */
	public Builder toBuilder() {
		return new Builder().allowedOrigins(this.allowedOrigins)
			.allowedOriginPatterns(this.allowedOriginPatterns)
			.allowedMethods(this.allowedMethods)
			.allowedHeaders(this.allowedHeaders)
			.exposedHeaders(this.exposedHeaders)
			.allowCredentials(this.allowCredentials)
			.maxAge(this.maxAge)
			.disallowedRequests(this.disallowedRequests)
			.dangerouslyTolerateInsecureOrigins(this.dangerouslyTolerateInsecureOrigins)
			.dangerouslyToleratePublicSuffixPatterns(this.dangerouslyToleratePublicSuffixPatterns);
	}

	/**
	 * Puts a definition together. Every setter replaces the value.
	 */
	public static final class Builder {

		private List<String> allowedOrigins = List.of();

		private List<String> allowedOriginPatterns = List.of();

		private List<String> allowedMethods = DEFAULT_ALLOWED_METHODS;

		private List<String> allowedHeaders = DEFAULT_ALLOWED_HEADERS;

		private List<String> exposedHeaders = List.of();

		private boolean allowCredentials;

		private Duration maxAge = DEFAULT_MAX_AGE;

		private DisallowedRequests disallowedRequests = DisallowedRequests.REJECT;

		private boolean dangerouslyTolerateInsecureOrigins;

		private boolean dangerouslyToleratePublicSuffixPatterns;

		private Builder() {
		}

		/**
		 * Set the allowed origins.
		 * @param origins the origins
		 * @return this builder
		 */
		public Builder allowedOrigins(String... origins) {
			return allowedOrigins(List.of(origins));
		}

		/**
		 * Set the allowed origins.
		 * @param origins the origins
		 * @return this builder
		 */
		public Builder allowedOrigins(List<String> origins) {
			this.allowedOrigins = origins;
			return this;
		}

		/**
		 * Set the patterns for allowed origins.
		 * @param patterns the patterns
		 * @return this builder
		 */
		public Builder allowedOriginPatterns(String... patterns) {
			return allowedOriginPatterns(List.of(patterns));
		}

		/**
		 * Set the patterns for allowed origins.
		 * @param patterns the patterns
		 * @return this builder
		 */
		public Builder allowedOriginPatterns(List<String> patterns) {
			this.allowedOriginPatterns = patterns;
			return this;
		}

		/**
		 * Set the allowed methods.
		 * @param methods the methods
		 * @return this builder
		 */
		public Builder allowedMethods(String... methods) {
			return allowedMethods(List.of(methods));
		}

		/**
		 * Set the allowed methods.
		 * @param methods the methods
		 * @return this builder
		 */
		public Builder allowedMethods(List<String> methods) {
			this.allowedMethods = methods;
			return this;
		}

		/**
		 * Set the allowed request headers.
		 * @param names the names
		 * @return this builder
		 */
		public Builder allowedHeaders(String... names) {
			return allowedHeaders(List.of(names));
		}

		/**
		 * Set the allowed request headers.
		 * @param names the names
		 * @return this builder
		 */
		public Builder allowedHeaders(List<String> names) {
			this.allowedHeaders = names;
			return this;
		}

		/**
		 * Set the exposed response headers.
		 * @param names the names
		 * @return this builder
		 */
		public Builder exposedHeaders(String... names) {
			return exposedHeaders(List.of(names));
		}

		/**
		 * Set the exposed response headers.
		 * @param names the names
		 * @return this builder
		 */
		public Builder exposedHeaders(List<String> names) {
			this.exposedHeaders = names;
			return this;
		}

		/**
		 * Set whether credentials are allowed.
		 * @param allow whether they are
		 * @return this builder
		 */
		public Builder allowCredentials(boolean allow) {
			this.allowCredentials = allow;
			return this;
		}

		/**
		 * Set for how long a preflight may be kept.
		 * @param maxAge the duration, in whole seconds
		 * @return this builder
		 */
		public Builder maxAge(Duration maxAge) {
			this.maxAge = maxAge;
			return this;
		}

		/**
		 * Set what happens to actual requests that are not allowed.
		 * @param disallowedRequests what happens
		 * @return this builder
		 */
		public Builder disallowedRequests(DisallowedRequests disallowedRequests) {
			this.disallowedRequests = disallowedRequests;
			return this;
		}

		/**
		 * Set whether {@code http} origins other than loopback may be combined with
		 * credentials: whoever controls the network of a user can then read what the user
		 * may read.
		 * @param tolerate whether they may
		 * @return this builder
		 */
		public Builder dangerouslyTolerateInsecureOrigins(boolean tolerate) {
			this.dangerouslyTolerateInsecureOrigins = tolerate;
			return this;
		}

		/**
		 * Set whether patterns right below a public suffix may be combined with
		 * credentials: whoever registers a name there can then read what the user may
		 * read.
		 * @param tolerate whether they may
		 * @return this builder
		 */
		public Builder dangerouslyToleratePublicSuffixPatterns(boolean tolerate) {
			this.dangerouslyToleratePublicSuffixPatterns = tolerate;
			return this;
		}

		/**
		 * Make the definition.
		 * @return what was set
		 */
		public CorsPolicyDefinition build() {
			return new CorsPolicyDefinition(this.allowedOrigins, this.allowedOriginPatterns, this.allowedMethods,
					this.allowedHeaders, this.exposedHeaders, this.allowCredentials, this.maxAge,
					this.disallowedRequests, this.dangerouslyTolerateInsecureOrigins,
					this.dangerouslyToleratePublicSuffixPatterns);
		}

	}

}
