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

import java.net.IDN;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shape of the engine.
 */
class EngineArchitectureTests {

	private static final String ROOT = "io.github.corsstarter";

	private static final Set<String> REGULAR_EXPRESSION_METHODS = Set.of("matches", "split", "replaceAll",
			"replaceFirst");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void theClassesOfEveryPackageAreFound() {
		assertThat(packages()).map(JavaPackage::getName)
			.containsExactlyInAnyOrder(ROOT, ROOT + ".fetch", ROOT + ".origin");
		assertThat(CLASSES.contain(CorsPolicy.class)).isTrue();
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(packages()).allSatisfy((javaPackage) -> assertThat(javaPackage.getPackageInfo())
			.as("package-info of %s", javaPackage.getName())
			.satisfies((info) -> assertThat(info.getAnnotations())
				.anyMatch((annotation) -> annotation.getRawType().isEquivalentTo(NullMarked.class))));
	}

	@Test
	void theEngineStandsOnTheJdkAndJSpecifyAlone() {
		classes().should()
			.onlyDependOnClassesThat(JavaClass.Predicates
				.resideInAnyPackage("java.io", "java.lang..", "java.nio.charset", "java.time..", "java.util..",
						"org.jspecify.annotations", ROOT + "..")
				.or(JavaClass.Predicates.type(IDN.class)))
			.because("it has to run, and to be understood, without any framework")
			.check(CLASSES);
	}

	@Test
	void thePackagesOfParsersAndTablesDoNotKnowPolicies() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".fetch..", ROOT + ".origin..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT)
			.because("arrows point down")
			.check(CLASSES);
	}

	@Test
	void theTablesOfTheStandardDoNotKnowOrigins() {
		noClasses().that()
			.resideInAPackage(ROOT + ".fetch..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".origin..")
			.because("arrows point down")
			.check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().assignedFrom(ByPackage.INSTANCE).should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void regularExpressionsAreNotUsed() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAPackage("java.util.regex..")
			.orShould()
			.callMethodWhere(evaluatesARegularExpression())
			.because("every parser is one bounded scan")
			.check(CLASSES);
	}

	@Test
	void whatIsPublicIsImmutable() {
		fields().that()
			.areDeclaredInClassesThat()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.haveSimpleNameNotEndingWith("Builder")
			.should()
			.beFinal()
			.because("a compiled policy is shared by all threads")
			.check(CLASSES);
	}

	private static DescribedPredicate<JavaCall<?>> evaluatesARegularExpression() {
		return describe("evaluates a regular expression", (call) -> call.getTargetOwner().isEquivalentTo(String.class)
				&& REGULAR_EXPRESSION_METHODS.contains(call.getName()));
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
