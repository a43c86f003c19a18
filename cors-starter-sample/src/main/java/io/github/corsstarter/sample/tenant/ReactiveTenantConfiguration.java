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

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * On the reactive stack the controller that waits for the database does so on other
 * threads than those of the server. For the origin source there is nothing to configure.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.REACTIVE)
class ReactiveTenantConfiguration {

	@Bean
	WebFluxConfigurer blockingTenantController(AsyncTaskExecutor executor) {
		return new WebFluxConfigurer() {

			@Override
			public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
				configurer.setExecutor(executor);
				configurer.setControllerMethodPredicate((method) -> method.getBeanType() == TenantController.class);
			}

		};
	}

}
