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
package io.github.corsstarter.sample.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.corsstarter.sample.sidebyside.Probe.Outcome;

/**
 * A section of a recipe whose two sides are compared.
 *
 * @param system the other system
 * @param title the heading
 * @param probes the requests
 * @param differences those that a browser lets through on one side only, as the recipe
 * says
 */
record Comparison(OtherSystem system, String title, List<Probe> probes, Set<Probe> differences) {

	static final List<Comparison> ALL = List.of(frontEnd(OtherSystem.NGINX, Probe.MISSING),
			frontEnd(OtherSystem.APACHE), frontEnd(OtherSystem.EXPRESS), frontEnd(OtherSystem.DJANGO),
			frontEnd(OtherSystem.FLASK),
			new Comparison(OtherSystem.NGINX, "A list of front ends",
					List.of(Probe.GET, Probe.FOREIGN_GET, Probe.LOOK_ALIKE, Probe.NO_BROWSER),
					Set.of(Probe.LOOK_ALIKE)),
			new Comparison(OtherSystem.APACHE, "A public API",
					List.of(Probe.GET, Probe.PUT, Probe.FOREIGN_GET, Probe.NO_BROWSER), Set.of()),
			new Comparison(OtherSystem.EXPRESS, "Without options",
					List.of(Probe.GET, Probe.DELETE, Probe.PATCH, Probe.HEADER, Probe.NO_BROWSER),
					Set.of(Probe.HEADER)),
			new Comparison(OtherSystem.FLASK, "Without options",
					List.of(Probe.GET, Probe.DELETE, Probe.PATCH, Probe.HEADER, Probe.NO_BROWSER), Set.of()));

	private static Comparison frontEnd(OtherSystem system, Probe... differences) {
		return new Comparison(system, Section.FRONT_END, Probe.ALL, Set.of(differences));
	}

	/** What the recipes say about every system with one front end, and does not hold. */
	List<String> violations(Probe probe, Outcome there, Outcome here) {
		List<String> violations = new ArrayList<>();
		if (this.title.equals(Section.FRONT_END)) {
			if (!here.vary()) {
				violations.add(probe + ": no Vary: Origin here");
			}
			if (Set.of(Probe.FOREIGN_GET, Probe.LOOK_ALIKE, Probe.SANDBOX).contains(probe)) {
				if (!there.handler()) {
					violations.add(probe + ": the handler did not run there");
				}
				if (here.handler() || here.status() != 403) {
					violations.add(probe + ": the handler ran here");
				}
			}
		}
		return violations;
	}

	@Override
	public String toString() {
		return this.system + ": " + this.title;
	}

}
