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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of tenants and of their origins. */
@Repository
class Tenants {

	private final JdbcClient database;

	Tenants(JdbcClient database) {
		this.database = database;
	}

	List<Tenant> all() {
		Map<String, List<String>> origins = this.database
			.sql("select tenant, origin from tenant_origin order by origin")
			.query((row, number) -> Map.entry(row.getString("tenant"), row.getString("origin")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		return this.database.sql("select id, name from tenant order by name")
			.query((row, number) -> new Tenant(row.getString("id"), row.getString("name"),
					origins.getOrDefault(row.getString("id"), List.of())))
			.list();
	}

	boolean exists(String tenant) {
		return this.database.sql("select 1 from tenant where id = ?")
			.param(tenant)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	/** The tenant that an origin belongs to. */
	Optional<String> ownerOf(String origin) {
		return this.database.sql("select tenant from tenant_origin where origin = ?")
			.param(origin)
			.query(String.class)
			.optional();
	}

	/** Add an origin; false if it belongs to a tenant already. */
	boolean add(String tenant, String origin) {
		try {
			this.database.sql("insert into tenant_origin (origin, tenant) values (?, ?)")
				.param(origin)
				.param(tenant)
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Remove an origin; false if it is not one of the tenant's. */
	boolean remove(String tenant, String origin) {
		return this.database.sql("delete from tenant_origin where origin = ? and tenant = ?")
			.param(origin)
			.param(tenant)
			.update() > 0;
	}

}
