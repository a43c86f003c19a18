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

package io.github.corsstarter.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import io.github.corsstarter.CorsPolicyDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A digest of compiled rules: equal for rules that decide alike, wherever their values
 * came from and in whatever order they were written.
 */
final class Fingerprint {

	private final MessageDigest digest;

	private Fingerprint() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has to have it", ex);
		}
	}

	static String of(Collection<CompiledRule> rules, @Nullable String managementPath) {
		Fingerprint fingerprint = new Fingerprint();
		fingerprint.add((managementPath != null) ? managementPath : "");
		rules.stream().sorted(Comparator.comparing(CompiledRule::name)).forEach(fingerprint::add);
		return HexFormat.of().formatHex(fingerprint.digest.digest());
	}

	private void add(CompiledRule rule) {
		CorsPolicyDefinition policy = rule.policy().definition();
		add(rule.name());
		add(rule.rule().mode().name());
		addSorted(rule.paths());
		addSorted(policy.allowedOrigins());
		addSorted(policy.allowedOriginPatterns());
		String originSource = rule.rule().originSource();
		add((originSource != null) ? originSource : "");
		addSorted(policy.allowedMethods());
		addNames(policy.allowedHeaders());
		addNames(policy.exposedHeaders());
		add(Boolean.toString(policy.allowCredentials()));
		add(policy.maxAge().toString());
		add(policy.disallowedRequests().name());
	}

	/** Names of fields are the same in whatever case. */
	private void addNames(List<String> names) {
		addSorted(names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).toList());
	}

	private void addSorted(List<String> values) {
		add(Integer.toString(values.size()));
		values.stream().sorted().forEach(this::add);
	}

	/** The length keeps two values from looking like two others. */
	private void add(String value) {
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		this.digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
		this.digest.update(bytes);
	}

}
