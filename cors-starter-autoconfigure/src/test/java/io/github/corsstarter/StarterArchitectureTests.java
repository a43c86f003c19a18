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

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shape of the starter, the engine included: which package may know what, and which
 * types of Spring and of others nothing here may touch.
 */
class StarterArchitectureTests {

	private static final String ROOT = "io.github.corsstarter";

	private static final String[] ENGINE = { ROOT, ROOT + ".fetch..", ROOT + ".origin.." };

	private static final String RULE = ROOT + ".rule..";

	private static final String SOURCE = ROOT + ".source..";

	private static final String EXPLAIN = ROOT + ".explain..";

	private static final String REJECTIONS = ROOT + ".rejections..";

	private static final String AUTOCONFIGURE = ROOT + ".autoconfigure..";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("-tests.jar"))
		.importPackages(ROOT);

	@Test
	void theClassesOfEveryPackageAreFound() {
		assertThat(packages()).map(JavaPackage::getName)
			.contains(ROOT, ROOT + ".rule", ROOT + ".source", ROOT + ".servlet", ROOT + ".reactive", ROOT + ".actuate",
					ROOT + ".autoconfigure");
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(packages()).allSatisfy((javaPackage) -> assertThat(javaPackage.getPackageInfo())
			.as("package-info of %s", javaPackage.getName())
			.satisfies((info) -> assertThat(info.getAnnotations())
				.anyMatch((annotation) -> annotation.getRawType().isEquivalentTo(NullMarked.class))));
	}

	@Test
	void rulesKnowTheEngineOnly() {
		noClasses().that()
			.resideInAPackage(RULE)
			.should()
			.dependOnClassesThat(liveInTheStarterOutside(and(ENGINE, RULE)))
			.because("arrows point down")
			.check(CLASSES);
	}

	@Test
	void explanationsKnowTheRulesAndTheEngineOnly() {
		noClasses().that()
			.resideInAPackage(EXPLAIN)
			.should()
			.dependOnClassesThat(liveInTheStarterOutside(and(ENGINE, RULE, EXPLAIN)))
			.because("arrows point down")
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void theMemoryOfRejectionsKnowsTheRulesAndTheEngineOnly() {
		noClasses().that()
			.resideInAPackage(REJECTIONS)
			.should()
			.dependOnClassesThat(liveInTheStarterOutside(and(ENGINE, RULE, EXPLAIN, REJECTIONS)))
			.because("arrows point down")
			.check(CLASSES);
	}

	@Test
	void theMemoryOfRejectionsIsKnownToTheEndpointAndItsWiringOnly() {
		noClasses().that()
			.resideOutsideOfPackages(REJECTIONS, ROOT + ".actuate..", AUTOCONFIGURE)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(REJECTIONS)
			.because("it is there for views")
			.check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive", "actuate", "micrometer", "log", "test", "source" })
	void aFeatureKnowsExplanationsRulesAndTheEngineOnly(String feature) {
		String itself = ROOT + "." + feature + "..";
		noClasses().that()
			.resideInAPackage(itself)
			.should()
			.dependOnClassesThat(liveInTheStarterOutside(and(ENGINE, RULE, EXPLAIN, REJECTIONS, itself)))
			.because("features never import each other, and wiring stays in the auto-configuration")
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().assignedFrom(ByPackage.INSTANCE).should().beFreeOfCycles().check(CLASSES);
	}

	@ParameterizedTest
	@CsvSource({ "servlet, Servlet, jakarta.servlet..", "servlet, Servlet, org.springframework.boot.web.servlet..",
			"servlet, Servlet, org.springframework.web.filter..", "servlet, Servlet, org.springframework.web.servlet..",
			"reactive, Reactive, reactor..", "reactive, Reactive, org.reactivestreams..",
			"reactive, Reactive, org.springframework.http.server.reactive..",
			"reactive, Reactive, org.springframework.web.reactive..",
			"reactive, Reactive, org.springframework.web.server..", "test, Test, org.assertj..",
			"test, Test, org.springframework.mock..", "test, Test, org.springframework.test..",
			"actuate, Endpoint, org.springframework.boot.actuate..", "micrometer, Metrics, io.micrometer..",
			"log, Log, org.slf4j..", "source, Caffeine, com.github.benmanes.caffeine.." })
	void anOptionalLibraryIsKnownToItsFeatureAndTheWiringNamedAfterItOnly(String feature, String name, String library) {
		noClasses().that(describe("are neither the feature nor its wiring", (type) -> !isOf(type, feature, name)))
			.should()
			.dependOnClassesThat()
			.resideInAPackage(library)
			.because("an application without it has to start")
			.check(CLASSES);
	}

	@Test
	void jacksonIsNotUsed() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..")
			.because("it is version 2 on one line of Spring Boot and version 3 on the other")
			.check(CLASSES);
	}

	@Test
	void theHandlerMappingIntrospectorIsNotUsed() {
		noClasses().should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("org.springframework.web.servlet.handler.HandlerMappingIntrospector")
			.because("Spring Framework 7.1 does not have it any more")
			.check(CLASSES);
	}

	@Test
	void onlyThoseMethodsOfHttpHeadersAreCalledThatEveryLineHas() {
		Set<String> portable = Set.of("<init>", "getFirst", "set", "add", "addAll", "getValuesAsList", "getOrigin",
				"forEach", "getVary", "setVary", "isEmpty");
		noClasses().should()
			.callMethodWhere(describe("a line lacks",
					(call) -> call.getTargetOwner().isEquivalentTo(HttpHeaders.class)
							&& !portable.contains(call.getName())))
			.because("HttpHeaders is a MultiValueMap in Spring Framework 6.2 and is not in 7.0")
			.check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CorsConfiguration", "CorsConfigurationSource", "CorsProcessor", "CorsFilter",
			"CorsWebFilter", "CorsRegistry", "CorsRegistration", "CorsUtils" })
	void aNameThatSpringOwnsIsNotTaken(String name) {
		noClasses().should().haveSimpleName(name).check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.web.filter.CorsFilter",
			"org.springframework.web.cors.CorsConfigurationSource",
			"org.springframework.web.cors.reactive.CorsConfigurationSource",
			"org.springframework.web.cors.reactive.CorsWebFilter" })
	void noBeanIsOfATypeThatSpringSecurityReactsTo(String type) {
		noMethods().that().areAnnotatedWith(Bean.class).should().haveRawReturnType(assignableTo(type)).check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.web.filter.CorsFilter",
			"org.springframework.web.cors.CorsConfigurationSource",
			"org.springframework.web.cors.reactive.CorsConfigurationSource",
			"org.springframework.web.cors.reactive.CorsWebFilter" })
	void noClassIsOfATypeThatSpringSecurityReactsTo(String type) {
		noClasses().should().beAssignableTo(type).check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "corsFilter", "corsConfigurationSource" })
	void noBeanHasANameThatSpringSecurityReactsTo(String name) {
		noMethods().that().areAnnotatedWith(Bean.class).should().haveName(name).check(CLASSES);
	}

	@Test
	void nothingKnowsTheAutoConfiguration() {
		noClasses().that()
			.resideOutsideOfPackage(AUTOCONFIGURE)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(AUTOCONFIGURE)
			.because("it is wiring only")
			.check(CLASSES);
	}

	private static DescribedPredicate<JavaClass> liveInTheStarterOutside(String... packages) {
		return resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(packages));
	}

	private static String[] and(String[] packages, String... others) {
		return Stream.concat(Stream.of(packages), Stream.of(others)).toArray(String[]::new);
	}

	private static boolean isOf(JavaClass type, String feature, String name) {
		// MockMvc is about the servlet stack, and nothing but a test loads what uses it
		String ofTests = feature.equals("servlet") ? ROOT + ".test.MockMvcServer" : "";
		return type.getName().equals(ofTests) || resideInAPackage(ROOT + "." + feature + "..").test(type)
				|| (resideInAPackage(AUTOCONFIGURE).or(resideInAPackage(SOURCE)).test(type)
						&& type.getSimpleName().contains(name));
	}

	private static Set<JavaPackage> packages() {
		return CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
	}

	/**
	 * Every package is a slice of its own, the root package included.
	 */
	private enum ByPackage implements SliceAssignment {

		INSTANCE;

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
			return SliceIdentifier.of(javaClass.getPackageName());
		}

		@Override
		public String getDescription() {
			return "packages";
		}

	}

}
