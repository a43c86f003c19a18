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

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import io.github.corsstarter.sample.PlainClient;
import io.github.corsstarter.sample.RunningLab;
import io.github.corsstarter.sample.Stack;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The tenants of the sample: their table, and what the rule makes of it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractTenantTests {

	private static final Log logger = LogFactory.getLog(AbstractTenantTests.class);

	private static final Duration HOLDS = Duration.ofSeconds(1);

	private static final int CALLS_PER_SECOND = 50;

	private final PlainClient client = new PlainClient();

	private final String name;

	private final RunningLab lab;

	AbstractTenantTests(String name, Stack stack, String... arguments) {
		this.name = name;
		List<String> all = new ArrayList<>(List.of("--cors.origin-cache.time-to-live=" + HOLDS.toMillis() + "ms",
				"--cors.origin-cache.timeout=20s", "--cors.origin-cache.maximum-calls-per-second=" + CALLS_PER_SECOND));
		all.addAll(List.of(arguments));
		this.lab = RunningLab.start(stack, all);
	}

	@AfterAll
	void stop() {
		this.lab.close();
	}

	@Test
	void anOriginInTheTableMayReadTheOffersAndAnotherMayNot() {
		HttpResponse<String> allowed = offers("https://paperboat.example.com");
		assertThat(allowed.statusCode()).isEqualTo(200);
		assertThat(allowed.headers().allValues("Access-Control-Allow-Origin"))
			.containsExactly("https://paperboat.example.com");
		HttpResponse<String> refused = offers("https://paperboat.example.org");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.headers().map().keySet()).noneMatch((name) -> name.startsWith("access-control-"));
	}

	@Test
	void aChangeOfTheTableCountsWithinTheTimeThatAnAnswerHolds() {
		String origin = "https://new.quill.example.com";
		assertThat(offers(origin).statusCode()).isEqualTo(403);
		assertThat(add("quill", origin).statusCode()).isEqualTo(201);
		assertThat(overview()).contains("\"" + origin + "\"");
		await().atMost(HOLDS.multipliedBy(20)).until(() -> offers(origin).statusCode() == 200);
		assertThat(add("inkwell", origin).statusCode()).isEqualTo(409);

		assertThat(remove("inkwell", origin).statusCode()).isEqualTo(404);
		assertThat(remove("quill", origin).statusCode()).isEqualTo(204);
		await().atMost(HOLDS.multipliedBy(20)).until(() -> offers(origin).statusCode() == 403);
		assertThat(remove("quill", origin).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			shop.example.com,         An origin starts with its scheme,     https://shop.example.com
			https://shop.example.com/, An origin has no path,               https://shop.example.com
			https://Shop.example.com, lower case,                           https://shop.example.com
			https://,                 host,                                 none
			null,                     names nobody,                         none
			https://*.example.com,    no wildcard,                          none
			'https://a.test, https://b.test', each an item of its own,      none
			ftp://files.example.com,  at an http or https origin,           none
			'',                       'Write an origin',                    none
			""")
	void refusesWhatIsNoOriginAndSaysWhy(String typed, String reason, @Nullable String suggestion) {
		HttpResponse<String> response = add("quill", typed);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains(reason)
			.contains("\"suggestion\":" + ((suggestion != null) ? "\"" + suggestion + "\"" : "null"));
		assertThat(overview()).contains("\"id\":\"quill\",\"name\":\"The Quill\"").doesNotContain("\"" + typed + "\"]");
	}

	@Test
	void knowsItsTenants() {
		assertThat(add("nobody", "https://nobody.example.com").statusCode()).isEqualTo(404);
	}

	@Test
	void theDatabaseIsNeverWaitedForOnAThreadOfTheServer() {
		QuestionLog log = this.lab.bean(QuestionLog.class);
		long before = log.count();
		offers("https://who.example.com");
		assertThat(log.count()).isGreaterThan(before);
		assertThat(log.last()).extracting(Question::thread)
			.allMatch((thread) -> thread.startsWith("cors-origin-source-tenantOrigins-"));
	}

	@Test
	void aFloodOfOriginsReachesTheDatabaseAtABoundedRate() {
		int requests = 500;
		QuestionLog log = this.lab.bean(QuestionLog.class);
		assertThat(offers("https://shop.inkwell.example.com").statusCode()).isEqualTo(200);
		long before = log.count();
		long start = System.nanoTime();
		for (int i = 0; i < requests; i++) {
			assertThat(offers("https://" + i + ".flood.example.net").statusCode()).isEqualTo(403);
		}
		Duration time = Duration.ofNanos(System.nanoTime() - start);
		long questions = log.count() - before;
		logger.info("Flood of origins: %s, %d requests in %d ms, %d questions to the database, at most %d a second"
			.formatted(this.name, requests, time.toMillis(), questions, CALLS_PER_SECOND));
		assertThat(questions).isBetween(1L, CALLS_PER_SECOND * (time.toSeconds() + 2));
		assertThat(offers("https://shop.inkwell.example.com").statusCode()).isEqualTo(200);
	}

	@Test
	void servesThePage() {
		HttpResponse<String> page = send("GET", "/tenants.html", Map.of(), null);
		assertThat(page.body()).contains("<title>Tenants - CORS lab</title>", "/assets/tenants.js");
		assertThat(send("GET", "/assets/tenants.js", Map.of(), null).statusCode()).isEqualTo(200);
		assertThat(send("GET", "/assets/tenants.css", Map.of(), null).statusCode()).isEqualTo(200);
	}

	/** The database, as it calls itself. */
	String product() {
		try (Connection connection = this.lab.bean(DataSource.class).getConnection()) {
			return connection.getMetaData().getDatabaseProductName() + " "
					+ connection.getMetaData().getDatabaseProductVersion();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpResponse<String> offers(String origin) {
		return send("GET", "/storefront/offers", Map.of("Origin", origin), null);
	}

	private String overview() {
		return send("GET", "/tenants", Map.of(), null).body();
	}

	private HttpResponse<String> add(String tenant, String origin) {
		return send("POST", "/tenants/" + tenant + "/origins", Map.of("Content-Type", "application/json"),
				"{\"origin\":\"" + origin + "\"}");
	}

	private HttpResponse<String> remove(String tenant, String origin) {
		return send("DELETE",
				"/tenants/" + tenant + "/origins?origin=" + URLEncoder.encode(origin, StandardCharsets.UTF_8), Map.of(),
				null);
	}

	private HttpResponse<String> send(String method, String path, Map<String, String> headers, @Nullable String body) {
		return this.client.send(method, URI.create("http://localhost:" + this.lab.port(0) + path), headers, body);
	}

}
