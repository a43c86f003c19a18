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
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.origin.PublicSuffixes.Coverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicSuffixesTests {

	private static final System.Logger logger = System.getLogger(PublicSuffixesTests.class.getName());

	@ParameterizedTest
	@ValueSource(strings = { "com", "uk", "co.uk", "org.uk", "com.au", "co.jp", "dev", "app", "ac.at", "k12.ca.us" })
	void aNameOfARegistryIsAPublicSuffix(String host) {
		assertThat(PublicSuffixes.coverageBelow(host)).isEqualTo(Coverage.PUBLIC_SUFFIX);
		assertThat(PublicSuffixes.isOfPlatform(host)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "github.io", "gitlab.io", "vercel.app", "netlify.app", "herokuapp.com", "cloudfront.net",
			"s3.amazonaws.com", "s3.eu-central-1.amazonaws.com", "onrender.com", "pages.dev", "workers.dev", "web.app",
			"azurewebsites.net", "myshopify.com", "blogspot.com" })
	void aNameOfAPlatformIsAPublicSuffix(String host) {
		assertThat(PublicSuffixes.coverageBelow(host)).isEqualTo(Coverage.PUBLIC_SUFFIX);
		assertThat(PublicSuffixes.isOfPlatform(host)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "any.ck", "any.kawasaki.jp", "any.sch.uk", "any.compute.amazonaws.com", "any.aivencloud.com" })
	void aWildcardRuleStandsForEveryLabel(String host) {
		assertThat(PublicSuffixes.coverageBelow(host)).isEqualTo(Coverage.PUBLIC_SUFFIX);
	}

	@Test
	void theSectionOfAWildcardRuleIsKnown() {
		assertThat(PublicSuffixes.isOfPlatform("any.ck")).isFalse();
		assertThat(PublicSuffixes.isOfPlatform("any.compute.amazonaws.com")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "www.ck", "city.kawasaki.jp", "city.yokohama.jp" })
	void anExceptionIsNoPublicSuffix(String host) {
		assertThat(PublicSuffixes.coverageBelow(host)).isEqualTo(Coverage.NONE);
		assertThat(PublicSuffixes.coverageBelow("app." + host)).isEqualTo(Coverage.NONE);
		assertThat(PublicSuffixes.isOfPlatform(host)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ck", "er", "np" })
	void theLastLabelOfAWildcardRuleIsAPublicSuffix(String host) {
		assertThat(PublicSuffixes.coverageBelow(host)).isEqualTo(Coverage.PUBLIC_SUFFIX);
		assertThat(PublicSuffixes.isOfPlatform(host)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "amazonaws.com", "compute.amazonaws.com", "kawasaki.jp", "sch.uk", "core.windows.net",
			"windows.net", "aivencloud.com" })
	void aNameAboveAPublicSuffixIsToldApart(String host) {
		assertThat(PublicSuffixes.coverageBelow(host)).isEqualTo(Coverage.ABOVE_PUBLIC_SUFFIX);
		assertThat(PublicSuffixes.isOfPlatform(host)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "example.com", "example.org", "app.example.com", "google.com", "microsoft.com",
			"apple.com", "bbc.co.uk", "github.com", "gitlab.com", "mozilla.org", "wikipedia.org", "yourdomain.com",
			"bund.de", "sncf.fr", "toyota.co.jp", "ethz.ch", "myorg.github.io", "my-app.vercel.app",
			"bucket.s3.amazonaws.com", "tenants.example.co.uk", "hub.io", "xgithub.io", "c.k" })
	void anOrdinaryDomainCoversNoPublicSuffix(String host) {
		assertThat(PublicSuffixes.coverageBelow(host)).isEqualTo(Coverage.NONE);
		assertThat(PublicSuffixes.isOfPlatform(host)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "internal", "corp", "test", "app.internal", "api.corp", "nip", "*", "", ".",
			"..", "#", "# VERSION", "a\nb", "ck!", "io.github", "10.0.0.1" })
	void aNameThatTheListDoesNotKnowCoversNoPublicSuffix(String host) {
		assertThat(PublicSuffixes.coverageBelow(host)).isEqualTo(Coverage.NONE);
		assertThat(PublicSuffixes.isOfPlatform(host)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "xn--55qx5d.cn", "xn--fiqs8s", "xn--p1ai", "xn--55qx5d.xn--j6w193g", "xn--55qx5d.hk" })
	void internationalNamesAreKnownByTheirPunycode(String host) {
		assertThat(PublicSuffixes.coverageBelow(host)).isEqualTo(Coverage.PUBLIC_SUFFIX);
	}

	@Test
	void theDotOfTheRootChangesNothing() {
		assertThat(PublicSuffixes.coverageBelow("github.io.")).isEqualTo(Coverage.PUBLIC_SUFFIX);
		assertThat(PublicSuffixes.isOfPlatform("github.io.")).isTrue();
		assertThat(PublicSuffixes.coverageBelow("amazonaws.com.")).isEqualTo(Coverage.ABOVE_PUBLIC_SUFFIX);
		assertThat(PublicSuffixes.coverageBelow("city.kawasaki.jp.")).isEqualTo(Coverage.NONE);
	}

	@Test
	void everyRuleIsPackedAndTheLicenseComesWithThem() throws IOException, URISyntaxException {
		var lines = Files.readAllLines(Path.of(PublicSuffixes.class.getResource("public-suffixes.txt").toURI()));
		var rules = lines.stream().filter((line) -> !line.startsWith("#")).toList();
		assertThat(rules).hasSizeGreaterThan(9000).isSorted().doesNotHaveDuplicates();
		assertThat(rules.size()).isEqualTo(PublishedSuffixList.read().rules().count());
		assertThat(lines.subList(0, lines.size() - rules.size())).allMatch((line) -> line.startsWith("#"))
			.anyMatch((line) -> line.startsWith("# VERSION: 20"))
			.anyMatch((line) -> line.contains("https://mozilla.org/MPL/2.0/"));
	}

	@Test
	void theAnswersAreThoseOfTheListsAlgorithm() throws IOException {
		PublishedSuffixList published = PublishedSuffixList.read();
		Set<String> hosts = new TreeSet<>();
		published.rules().map(PublishedSuffixList.Rule::host).forEach((host) -> addHostsAround(host, hosts));
		assertThat(hosts).hasSizeGreaterThan(50_000);
		Set<String> different = new TreeSet<>();
		for (String host : hosts) {
			var answer = new PublishedSuffixList.Answer(PublicSuffixes.coverageBelow(host),
					PublicSuffixes.isOfPlatform(host));
			if (!answer.equals(published.answer(host))) {
				different.add(host);
			}
		}
		assertThat(different).isEmpty();
	}

	private static void addHostsAround(String host, Set<String> hosts) {
		hosts.add("any." + host);
		hosts.add("city." + host);
		hosts.add("a.b." + host);
		hosts.add("x" + host);
		hosts.add("x-" + host);
		hosts.add(host + "x");
		hosts.add(host + ".test");
		for (int dot = -1; dot < host.length(); dot = (host + '.').indexOf('.', dot + 1)) {
			hosts.add(host.substring(dot + 1));
		}
	}

	@Test
	void theFirstLookUpReadsTheList() throws IOException, ReflectiveOperationException {
		URL[] classes = { PublicSuffixes.class.getProtectionDomain().getCodeSource().getLocation() };
		try (URLClassLoader untouched = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
			Class<?> type = untouched.loadClass(PublicSuffixes.class.getName());
			assertThat(type).isNotEqualTo(PublicSuffixes.class);
			var lookUp = type.getMethod("coverageBelow", String.class);
			long start = System.nanoTime();
			Object first = lookUp.invoke(null, "github.io");
			long afterFirst = System.nanoTime();
			Object second = lookUp.invoke(null, "example.com");
			long afterSecond = System.nanoTime();
			logger.log(System.Logger.Level.INFO, "Public Suffix List: first look-up {0} \u00b5s, second {1} \u00b5s",
					(afterFirst - start) / 1000, (afterSecond - afterFirst) / 1000);
			assertThat(first).hasToString("PUBLIC_SUFFIX");
			assertThat(second).hasToString("NONE");
		}
	}

}
