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

package io.github.corsstarter.autoconfigure.layer;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.corsstarter.rule.CorsEvaluator;
import io.github.corsstarter.rule.CorsRuleSet;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * The other CORS layers of an application. Looked for when all its singletons exist, and
 * again when somebody asks and other rules are in force; only if there is a rule. Never
 * stops the start.
 */
public final class OtherCorsLayers
		implements ApplicationListener<ContextRefreshedEvent>, Supplier<List<OtherCorsLayer>> {

	private static final Log logger = LogFactory.getLog(OtherCorsLayers.class);

	private final ApplicationContext context;

	private final CorsEvaluator evaluator;

	private final @Nullable String managementPath;

	private final Consumer<OtherCorsLayer> listener;

	private volatile @Nullable Found found;

	/**
	 * Create an instance that has not looked yet.
	 * @param context the application
	 * @param evaluator what knows the rules
	 * @param managementPath the base path of the actuator where it shares the server, or
	 * {@code null}
	 * @param listener told about each layer that is found
	 */
	public OtherCorsLayers(ApplicationContext context, CorsEvaluator evaluator, @Nullable String managementPath,
			Consumer<OtherCorsLayer> listener) {
		this.context = context;
		this.evaluator = evaluator;
		this.managementPath = managementPath;
		this.listener = listener;
	}

	/**
	 * The layers that were found.
	 * @return the layers, none before the application is up
	 */
	@Override
	public List<OtherCorsLayer> get() {
		Found found = this.found;
		if (found == null) {
			return List.of();
		}
		if (found.ruleSet() != this.evaluator.ruleSet()) {
			found = find();
			this.found = found;
		}
		return found.layers();
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		// the event of a child context, such as that of the management server, comes too
		if (event.getApplicationContext().equals(this.context) && this.found == null) {
			Found found = find();
			this.found = found;
			found.layers().forEach(this.listener);
		}
	}

	private Found find() {
		CorsRuleSet ruleSet = this.evaluator.ruleSet();
		GovernedPaths governed = new GovernedPaths(ruleSet.rules());
		if (governed.isEmpty()) {
			return new Found(ruleSet, List.of());
		}
		Application application = new Application(this.context, governed, this.managementPath);
		return new Found(ruleSet,
				this.context.getBeanProvider(CorsLayerFinder.class)
					.orderedStream()
					.flatMap((finder) -> find(finder, application).stream())
					.toList());
	}

	private static List<OtherCorsLayer> find(CorsLayerFinder finder, Application application) {
		try {
			return finder.find(application);
		}
		catch (RuntimeException | LinkageError ex) {
			// an application that runs is worth more than a complete report
			logger.debug("Cannot look for other CORS layers: " + finder.getClass().getSimpleName(), ex);
			return List.of();
		}
	}

	/**
	 * What was found.
	 *
	 * @param ruleSet the rules that were in force
	 * @param layers the layers that act on their paths
	 */
	private record Found(CorsRuleSet ruleSet, List<OtherCorsLayer> layers) {

	}

}
