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
package io.github.corsstarter.sample.recipes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.github.corsstarter.explain.CorsExplainer;
import io.github.corsstarter.explain.CorsExplanation;
import io.github.corsstarter.explain.CorsExplanation.Answer;
import io.github.corsstarter.explain.ExplainQuery;
import io.github.corsstarter.explain.Field;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A line of a table that says what a request gets: the origin of the page, the request,
 * the outcome, and what is to be found in the answer or in the explanation.
 *
 * @param cells the cells of the line
 */
record RequestClaim(List<String> cells) {

	/** Where the API of the recipes is, for those requests that stay at home. */
	private static final String SERVER = "https://api.example.com";

	/** What is read from the answer to the preflight, if there is one. */
	private static final Set<String> OF_PREFLIGHT = Set.of("access-control-allow-methods",
			"access-control-allow-headers", "access-control-max-age");

	void verify(CorsExplainer explainer) {
		CorsExplanation explanation = explainer.explain(query());
		assertThat(outcome(explanation)).as("%s", this.cells)
			.isEqualTo(Table.prose(this.cells.get(2)).isBlank() ? Table.code(this.cells.get(2)).get(0)
					: this.cells.get(2).replace("`", ""));
		Table.code(this.cells.get(3)).forEach((claim) -> verify(claim, explanation));
		if (Table.prose(this.cells.get(3)).contains("no CORS headers")) {
			assertThat(names(last(explanation))).as("%s", this.cells)
				.noneMatch((name) -> name.startsWith("access-control-"));
		}
	}

	private ExplainQuery query() {
		List<String> asked = Table.code(this.cells.get(1));
		String[] request = asked.get(0).split(" ");
		String headers = String.join("\n", asked.subList(1, asked.size()));
		boolean credentials = Table.prose(this.cells.get(1)).contains("credentials");
		String origin = this.cells.get(0).startsWith("(none") ? null : Table.code(this.cells.get(0)).get(0);
		return ExplainQuery.of(request[1], origin, request[0], headers, String.valueOf(credentials), SERVER, null);
	}

	/** What comes out, in the words of the tables. */
	private static String outcome(CorsExplanation explanation) {
		String verdict = explanation.browser().verdict();
		if (!verdict.equals("blocked")) {
			return verdict.equals("unknown") ? "untouched" : verdict;
		}
		Answer first = (explanation.preflight().exchange() != null) ? explanation.preflight().exchange().answer()
				: explanation.actual().answer();
		return first.reason().equals("allowed") ? "blocked: " + explanation.browser().failure()
				: "refused: " + first.reason();
	}

	private void verify(String claim, CorsExplanation explanation) {
		if (claim.matches("[A-Za-z-]+: .*") && claim.indexOf(' ') == claim.indexOf(':') + 1
				&& (claim.startsWith("Access-Control-") || claim.startsWith("Vary"))) {
			assertThat(headers(claim, explanation)).as("%s", this.cells).contains(claim);
		}
		else if (claim.matches("\\d{3}")) {
			assertThat(first(explanation).status()).as("%s", this.cells).isEqualTo(Integer.valueOf(claim));
		}
		else {
			assertThat(sentences(explanation)).as("%s", this.cells).anyMatch((sentence) -> sentence.contains(claim));
		}
	}

	private static Answer first(CorsExplanation explanation) {
		return (explanation.preflight().exchange() != null) ? explanation.preflight().exchange().answer()
				: explanation.actual().answer();
	}

	/** The answer that ends it. */
	private static Answer last(CorsExplanation explanation) {
		return first(explanation).reason().equals("allowed") ? explanation.actual().answer() : first(explanation);
	}

	private static List<String> headers(String claim, CorsExplanation explanation) {
		String name = claim.substring(0, claim.indexOf(':')).toLowerCase(Locale.ROOT);
		Answer answer = OF_PREFLIGHT.contains(name) ? first(explanation) : last(explanation);
		return answer.headers().stream().map((field) -> field.name() + ": " + field.value()).toList();
	}

	private static List<String> names(Answer answer) {
		return answer.headers().stream().map(Field::name).map((name) -> name.toLowerCase(Locale.ROOT)).toList();
	}

	/** Everything that the explanation says in words. */
	private static List<String> sentences(CorsExplanation explanation) {
		List<String> sentences = new ArrayList<>(List.of(explanation.summary(), explanation.preflight().sentence(),
				first(explanation).sentence(), explanation.actual().answer().sentence(),
				explanation.browser().sentence(), explanation.rule().sentence()));
		sentences.addAll(explanation.request().notes());
		explanation.preflight().reasons().forEach((reason) -> sentences.add(reason.sentence()));
		explanation.fixes().forEach((fix) -> sentences.add(fix.sentence()));
		explanation.fixes()
			.forEach((fix) -> fix.changes().forEach((change) -> change.yaml().lines().forEach(sentences::add)));
		if (explanation.nearestOrigin() != null) {
			sentences.add(explanation.nearestOrigin().sentence());
		}
		if (explanation.browser().console() != null) {
			Stream.of(explanation.browser().console().chromium(), explanation.browser().console().chromiumXhr())
				.filter((sentence) -> sentence != null)
				.forEach(sentences::add);
			sentences.addAll(explanation.browser().console().firefox());
		}
		if (explanation.browser().cache() != null) {
			sentences.add(explanation.browser().cache().sentence());
		}
		return sentences;
	}

}
