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

import io.github.corsstarter.CorsPolicyDefinition
import io.github.corsstarter.rule.CorsRule
import io.github.corsstarter.source.CorsOriginSource
import kotlinx.coroutines.delay
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.context.annotation.Bean
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

/** An application in Kotlin, below the paths of the sample, whose `application.yml` it has. */
@SpringBootApplication(proxyBeanMethods = false)
class ShopApplication {

	/** What the file names as the source of the origins of tenants. */
	@Bean
	fun tenantOrigins() = CorsOriginSource { origin -> origin == "https://tenant.example.com" }

	@Bean
	fun partners(): CorsRule =
		CorsRule.of(
			"partners",
			CorsPolicyDefinition.builder().allowedOrigins("https://partner.example.com").build(),
			"/partners/**",
		)

}

@RestController
class ShopController {

	@GetMapping("/restricted/orders", "/partners/orders", "/storefront/orders", "/free/orders")
	fun orders() = listOf(Order("Ink", 2))

	/** Answers on another thread than the one that asked. */
	@GetMapping("/restricted/later")
	suspend fun later(): Order {
		delay(1)
		return Order("Paper", 1)
	}

}

data class Order(val item: String, val quantity: Int)
