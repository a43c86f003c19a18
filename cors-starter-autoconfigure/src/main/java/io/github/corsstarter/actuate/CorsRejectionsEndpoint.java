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

package io.github.corsstarter.actuate;

import java.util.List;

import io.github.corsstarter.rejections.RejectionMemory;
import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleSet;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.lang.Nullable;

/**
 * Shows what was refused lately, and what rules that only report would have refused.
 * Read-only.
 */
@Endpoint(id = "corsrejections")
public class CorsRejectionsEndpoint {

	private static final int DEFAULT_LIMIT = 100;

	private final RejectionMemory memory;

	private final CorsEvaluator evaluator;

	/**
	 * Create an endpoint.
	 * @param memory what remembers
	 * @param evaluator what knows the rules
	 */
	public CorsRejectionsEndpoint(RejectionMemory memory, CorsEvaluator evaluator) {
		this.memory = memory;
		this.evaluator = evaluator;
	}

	/**
	 * What was refused.
	 * @param limit how many combinations to show at most, {@value #DEFAULT_LIMIT} unless
	 * told
	 * @return the most frequent combinations, and totals
	 */
	@ReadOperation
	public RejectionsDescriptor rejections(@Nullable Integer limit) {
		if (limit != null && (limit < 1 || limit > RejectionMemory.MAX_ENTRIES)) {
			String reason = "The limit is a number from 1 to " + RejectionMemory.MAX_ENTRIES;
			throw new InvalidEndpointRequestException(reason, reason);
		}
		CorsRuleSet ruleSet = this.evaluator.ruleSet();
		List<RejectionDescriptor> rejections = this.memory.rejections()
			.stream()
			.limit((limit != null) ? limit : DEFAULT_LIMIT)
			.map((rejection) -> RejectionDescriptor.of(rejection, ruleSet))
			.toList();
		return new RejectionsDescriptor(this.memory.refusals(), this.memory.dropped(), this.memory.evicted(),
				rejections);
	}

	/**
	 * What was refused.
	 *
	 * @param refusals how many requests were refused or would have been, since the start
	 * @param dropped how many of them no combination counts, because there was no room
	 * @param evicted how many combinations were forgotten in favour of others
	 * @param rejections the combinations, the most frequent first
	 */
	public record RejectionsDescriptor(long refusals, long dropped, long evicted,
			List<RejectionDescriptor> rejections) {

	}

}
