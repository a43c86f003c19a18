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

import io.github.corsstarter.source.CorsOriginSource;

import org.springframework.stereotype.Component;

/**
 * What the rule {@code storefront} asks about origins. It may block: on either stack it
 * is called on threads of its own.
 */
@Component("tenantOrigins")
class TenantOriginSource implements CorsOriginSource {

	private final Tenants tenants;

	private final QuestionLog log;

	TenantOriginSource(Tenants tenants, QuestionLog log) {
		this.tenants = tenants;
		this.log = log;
	}

	@Override
	public boolean isAllowed(String origin) {
		boolean allowed = this.tenants.ownerOf(origin).isPresent();
		this.log.add(origin, allowed);
		return allowed;
	}

}
