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

import io.github.corsstarter.sample.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a real PostgreSQL, on Reactor Netty. Fails where there is no PostgreSQL:
 * {@code -DskipPostgres} leaves it out.
 */
@Tag("postgres")
class PostgresTenantTests extends AbstractTenantTests {

	private static final Postgres POSTGRES = Postgres.start();

	PostgresTenantTests() {
		super("PostgreSQL, reactive", Stack.REACTIVE, "--spring.profiles.active=postgresql",
				"--TENANTS_DATABASE=127.0.0.1:" + POSTGRES.port() + "/postgres", "--TENANTS_USER=" + Postgres.USER);
	}

	@AfterAll
	@Override
	void stop() {
		super.stop();
		POSTGRES.close();
	}

	@Test
	void itIsReallyPostgres() {
		assertThat(product()).startsWith("PostgreSQL ");
	}

}
