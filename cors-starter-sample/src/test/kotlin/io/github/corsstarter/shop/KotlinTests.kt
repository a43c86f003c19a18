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

package io.github.corsstarter.shop

import io.github.corsstarter.sample.PlainClient
import io.github.corsstarter.sample.Stack
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.TestInstance.Lifecycle
import org.junit.jupiter.api.extension.ExtendWith
import org.junit.jupiter.api.io.TempDir
import org.springframework.boot.runApplication
import org.springframework.boot.test.system.CapturedOutput
import org.springframework.boot.test.system.OutputCaptureExtension
import org.springframework.context.ConfigurableApplicationContext
import java.net.URI
import java.net.http.HttpResponse
import java.nio.file.Path
import kotlin.io.path.writeText

/** An application in Kotlin with the `application.yml` of the one in Java. */
@ExtendWith(OutputCaptureExtension::class)
class KotlinTests {

	@Nested
	inner class Servlet : Checks(Stack.SERVLET)

	@Nested
	inner class Reactive : Checks(Stack.REACTIVE)

	@TestInstance(Lifecycle.PER_CLASS)
	abstract class Checks(private val stack: Stack) {

		private val client = PlainClient()

		private lateinit var application: ConfigurableApplicationContext

		@BeforeAll
		fun start() {
			application = run()
		}

		@AfterAll
		fun stop() {
			application.close()
		}

		@Test
		fun theRulesOfTheFileHold() {
			assertThat(preflight("/restricted/orders", APP1).statusCode()).isEqualTo(204)
			assertThat(preflight("/restricted/orders", FOREIGN).statusCode()).isEqualTo(403)
			val orders = get("/restricted/orders", APP1)
			assertThat(orders.statusCode()).isEqualTo(200)
			assertThat(orders.body()).contains("\"Ink\"")
			assertThat(allowedOrigins(orders)).containsExactly(APP1)
			assertThat(get("/restricted/orders", FOREIGN).statusCode()).isEqualTo(403)
			assertThat(allowedOrigins(get("/free/orders", APP1))).isEmpty()
		}

		@Test
		fun aRuleThatIsABeanHolds() {
			assertThat(allowedOrigins(get("/partners/orders", "https://partner.example.com")))
				.containsExactly("https://partner.example.com")
			assertThat(get("/partners/orders", APP1).statusCode()).isEqualTo(403)
		}

		@Test
		fun anOriginSourceThatIsALambdaIsAsked() {
			val tenant = "https://tenant.example.com"
			assertThat(allowedOrigins(get("/storefront/orders", tenant))).containsExactly(tenant)
			assertThat(get("/storefront/orders", APP1).statusCode()).isEqualTo(403)
		}

		@Test
		fun answersOfSuspendingFunctionsCarryTheHeadersOfTheRule() {
			val later = get("/restricted/later", APP1)
			assertThat(later.statusCode()).isEqualTo(200)
			assertThat(later.body()).contains("\"Paper\"")
			assertThat(allowedOrigins(later)).containsExactly(APP1)
		}

		@Test
		fun theStartNamesTheFileAndTheLineOfAMistake(@TempDir folder: Path, output: CapturedOutput) {
			val file = folder.resolve("mistaken.yml")
			file.writeText("cors:\n  rules:\n    shop:\n      paths: /shop/**\n      allowed-origins: $APP1/\n")
			assertThatThrownBy { run("--spring.config.additional-location=" + file.toUri()) }
			assertThat(output).contains("Property: cors.rules.shop.allowed-origins[0]", "mistaken.yml] - 5:24", "Write: $APP1")
		}

		private fun run(vararg arguments: String) =
			runApplication<ShopApplication>(
				"--spring.main.web-application-type=$stack",
				"--server.port=0",
				"--spring.main.banner-mode=off",
				*arguments,
			)

		private fun get(path: String, origin: String): HttpResponse<String> =
			client.send("GET", uri(path), mapOf("Origin" to origin), null)

		private fun preflight(path: String, origin: String): HttpResponse<String> =
			client.send("OPTIONS", uri(path), mapOf("Origin" to origin, "Access-Control-Request-Method" to "PUT"), null)

		private fun uri(path: String): URI =
			URI.create("http://localhost:" + application.environment.getRequiredProperty("local.server.port") + path)

		private fun allowedOrigins(response: HttpResponse<String>): List<String> =
			response.headers().allValues("Access-Control-Allow-Origin")

	}

	private companion object {

		private const val APP1 = "https://app1.yourdomain.com"

		private const val FOREIGN = "https://evil.example.org"

	}

}
