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

package io.github.corsstarter.applications;

import java.util.List;

import io.github.corsstarter.conformance.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.data.annotation.Id;
import org.springframework.data.keyvalue.annotation.KeySpace;
import org.springframework.data.map.repository.config.EnableMapRepositories;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RequestMethod;

import static io.github.corsstarter.applications.RunningApplication.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

/** Repositories that Data REST exports, with {@code @CrossOrigin} and a rule. */
class DataRestTests {

	private static final String OWN = "https://own.example.com";

	private static final String[] SETTINGS = { "test.with=data,hateoas", "cors.rules.books.paths=/books/**",
			"cors.rules.books.allowed-origins=" + ORIGIN, "cors.rules.books.allowed-methods=PUT, PATCH, DELETE",
			"cors.rules.books.exposed-headers=Location" };

	/** Data REST is for the servlet stack only. */
	@Nested
	@TestInstance(Lifecycle.PER_CLASS)
	class Servlet {

		private RunningApplication application;

		@BeforeAll
		void start() {
			this.application = RunningApplication.start(Stack.TOMCAT, Application.class, SETTINGS);
		}

		@AfterAll
		void stop() {
			this.application.close();
		}

		@Test
		void theRuleGovernsTheResourcesOfARepository() {
			Response created = create("/books", ORIGIN);
			assertThat(created.status()).isEqualTo(201);
			assertThat(created.header("Location")).endsWith("/books/1");
			Response read = this.application.get("/books/1", "Origin", ORIGIN);
			assertThat(read.status()).isEqualTo(200);
			assertThat(read.body()).contains("CORS in action");
			Response missing = this.application.get("/books/2", "Origin", ORIGIN);
			assertThat(missing.status()).isEqualTo(404);
			assertThat(List.of(created, read, missing)).allSatisfy((response) -> assertThat(response.cors())
				.containsExactly("access-control-allow-origin: " + ORIGIN, "access-control-expose-headers: Location"));
			assertThat(this.application.preflight("/books/1", ORIGIN).status()).isEqualTo(204);
		}

		@Test
		void theRuleWinsOverTheAnnotationOfARepository() {
			assertThat(this.application.get("/books", "Origin", OWN).status()).isEqualTo(403);
			assertThat(this.application.preflight("/books", OWN).cors()).isEmpty();
		}

		@Test
		void theAnnotationOfARepositoryIsInForceWhereThereIsNoRule() {
			Response response = this.application.get("/papers", "Origin", OWN);
			assertThat(response.status()).isEqualTo(200);
			assertThat(response.cors()).containsExactly("access-control-allow-origin: " + OWN);
			assertThat(this.application.preflight("/papers/1", OWN).header("Access-Control-Allow-Origin"))
				.isEqualTo(OWN);
			assertThat(this.application.get("/papers", "Origin", ORIGIN).status()).isEqualTo(403);
		}

		private Response create(String path, String origin) {
			return RunningApplication.send(this.application.port(), "POST", path,
					"{\"id\":\"1\",\"title\":\"CORS in action\"}", "Origin", origin, "Content-Type",
					"application/json");
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EnableMapRepositories(considerNestedRepositories = true, basePackageClasses = DataRestTests.class)
	static class Application {

	}

	@KeySpace("books")
	public static class Book {

		@Id
		private String id;

		private String title;

		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		public String getTitle() {
			return this.title;
		}

		public void setTitle(String title) {
			this.title = title;
		}

	}

	@KeySpace("papers")
	public static class Paper extends Book {

	}

	@CrossOrigin(OWN)
	@RepositoryRestResource(path = "books")
	public interface Books extends CrudRepository<Book, String> {

	}

	@CrossOrigin(origins = OWN, methods = { RequestMethod.GET, RequestMethod.PUT })
	@RepositoryRestResource(path = "papers")
	public interface Papers extends CrudRepository<Paper, String> {

	}

}
