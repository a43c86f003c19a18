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
package io.github.corsstarter.sample.recipes;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.CorsEndpointAutoConfiguration;
import io.github.corsstarter.autoconfigure.InvalidCorsConfigurationException;
import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.Surroundings;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.source.CorsOriginSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.cors.CorsConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the recipes keep their word: every block of YAML is loaded, and what stands
 * in the tables below it is what comes out. README's blocks are loaded, too.
 */
class RecipeTests {

	private static final Path RECIPES = Path.of("recipes");

	private static final Path README = Path.of("..", "README.md");

	/** How many blocks and claims there are at least. */
	private static final int ENOUGH = 40;

	private final WebApplicationContextRunner application = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=cors")
		.withBean("tenantOrigins", CorsOriginSource.class,
				() -> (origin) -> origin.equals("https://tenant.example.org"));

	static List<YamlBlock> blocks() {
		return Page.below(RECIPES).stream().flatMap((page) -> page.yamlBlocks().stream()).toList();
	}

	static List<YamlBlock> blocksOfTheReadme() {
		return Page.read(README).yamlBlocks();
	}

	static List<Page> pages() {
		return Stream.concat(Page.below(RECIPES).stream(), Stream.of(Page.read(README))).toList();
	}

	@ParameterizedTest
	@MethodSource("blocks")
	void whatAPageClaimsHolds(YamlBlock block) {
		assertThat(block.claims(YamlBlock.REQUESTS).size() + block.claims(YamlBlock.REFUSED).size())
			.as("claims below %s", block)
			.isPositive();
		start(block, (context) -> {
			if (block.claims(YamlBlock.REFUSED).isEmpty()) {
				assertThat(context).as("%s", block).hasNotFailed();
				verify(block, block.claims(YamlBlock.WARNS), warnings(context));
				CorsExplainer explainer = new CorsExplainer(context.getBean(CorsEvaluator.class), Surroundings.UNKNOWN);
				block.claims(YamlBlock.REQUESTS).forEach((line) -> new RequestClaim(line).verify(explainer));
			}
			else {
				assertThat(context).as("%s", block).hasFailed();
				verify(block,
						Stream.concat(block.claims(YamlBlock.REFUSED).stream(), block.claims(YamlBlock.WARNS).stream())
							.toList(),
						problems(context.getStartupFailure()));
			}
		});
	}

	@ParameterizedTest
	@MethodSource("blocksOfTheReadme")
	void theBlocksOfTheReadmeStart(YamlBlock block) {
		start(block, (context) -> assertThat(context).as("%s", block).hasNotFailed());
	}

	private void start(YamlBlock block, ContextConsumer<AssertableWebApplicationContext> consumer) {
		this.application.withInitializer((context) -> {
			for (PropertySource<?> source : block.propertySources()) {
				context.getEnvironment().getPropertySources().addLast(source);
			}
		}).run(consumer);
	}

	/** The start says what is claimed, and nothing else. */
	private static void verify(YamlBlock block, List<List<String>> claims, List<Said> said) {
		assertThat(said).as("said about %s", block).hasSameSizeAs(claims);
		for (List<String> claim : claims) {
			Said expected = new Said(Table.code(claim.get(0)).get(0), Table.code(claim.get(1)).get(0), "");
			assertThat(said).as("%s: %s", block, claim)
				.anyMatch((each) -> each.code().equals(expected.code()) && each.property().equals(expected.property())
						&& Table.code(claim.get(2)).stream().allMatch(each.text()::contains));
		}
	}

	private static List<Said> problems(Throwable failure) {
		Throwable cause = failure;
		while (!(cause instanceof InvalidCorsConfigurationException refusal)) {
			assertThat(cause).as("failed for another reason: %s", failure).isNotNull();
			cause = cause.getCause();
		}
		return refusal.problems()
			.stream()
			.map((problem) -> new Said(problem.code().id(), problem.property(),
					problem.message() + " " + problem.suggestion()))
			.toList();
	}

	private static List<Said> warnings(AssertableWebApplicationContext context) {
		return context.getBean(CorsEndpoint.class)
			.cors()
			.warnings()
			.stream()
			.map((warning) -> new Said(warning.code(), warning.property(),
					warning.message() + " " + warning.suggestion()))
			.toList();
	}

	@Test
	void thereAreEnoughBlocksAndClaims() {
		assertThat(blocks()).hasSizeGreaterThanOrEqualTo(ENOUGH);
		assertThat(blocks().stream().mapToInt((block) -> block.claims(YamlBlock.REQUESTS).size()).sum())
			.isGreaterThanOrEqualTo(2 * ENOUGH);
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyLinkBetweenPagesLeadsSomewhere(Page page) {
		for (String link : page.links()) {
			if (!link.startsWith("http:") && !link.startsWith("https:")) {
				String file = link.contains("#") ? link.substring(0, link.indexOf('#')) : link;
				Path target = file.isEmpty() ? page.file() : page.file().resolveSibling(file);
				assertThat(target.normalize()).as("%s in %s", link, page).exists();
				if (link.contains("#") && Files.isRegularFile(target)) {
					assertThat(Page.read(target).anchors()).as("%s in %s", link, page)
						.contains(link.substring(link.indexOf('#') + 1));
				}
			}
		}
	}

	@Test
	void everyPageIsLinkedFromTheIndex() {
		assertThat(Page.read(RECIPES.resolve("README.md")).links()).containsAll(
				Page.below(RECIPES).stream().map(Page::name).filter((name) -> !name.equals("README.md")).toList());
	}

	@Test
	void everyFieldOfSpringsConfigurationIsInTheTable() {
		Set<String> fields = new TreeSet<>();
		Stream.of(BeanUtils.getPropertyDescriptors(CorsConfiguration.class))
			.map((property) -> property.getName())
			.filter((name) -> !name.equals("class"))
			.forEach(fields::add);
		assertThat(fields).hasSizeGreaterThanOrEqualTo(8);
		assertThat(options("spring-source.md")).containsExactlyInAnyOrderElementsOf(fields);
	}

	@Test
	void everyAttributeOfSpringsAnnotationIsInTheTable() {
		assertThat(options("spring-cross-origin.md")).containsExactlyInAnyOrderElementsOf(
				Stream.of(CrossOrigin.class.getDeclaredMethods()).map(Method::getName).toList());
	}

	private static List<String> options(String page) {
		return Page.read(RECIPES.resolve(page))
			.tables()
			.stream()
			.filter((table) -> table.header().get(0).equals("Option"))
			.flatMap((table) -> table.rows().stream())
			.map((row) -> Table.code(row.get(0)).get(0))
			.toList();
	}

	/**
	 * What the start says.
	 *
	 * @param code what is wrong
	 * @param property where
	 * @param text the sentence and the suggestion
	 */
	record Said(String code, String property, String text) {

	}

}
