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
package io.github.corsstarter.sample.browser;

import java.util.Map;

/**
 * A browser, as far as a page's scripts are asked to do something.
 */
interface PageBrowser extends AutoCloseable {

	/** How long a page waits for its own scripts. */
	String AWAIT_READY = """
			const done = arguments[arguments.length - 1];
			const ready = () => document.documentElement.dataset.ready ? done() : setTimeout(ready, 10);
			ready();""";

	/** Sends a request through the client code of the lab's page. */
	String SEND = """
			const [client, request, done] = arguments;
			corsLab.send(client, request).then(done, (error) => done({ outcome: 'broken', error: String(error) }));""";

	String version();

	/**
	 * Open a page, unless it is open.
	 * @param url the address of a page that sets {@code data-ready} once its scripts ran
	 */
	void open(String url);

	/** Load the page anew when it is opened the next time. */
	void forget();

	/**
	 * Return the origin of the page, as the browser sees it.
	 * @return a serialized origin, or {@code null} as a string
	 */
	String origin();

	/**
	 * Send a request through the client code of the lab's page.
	 * @param client the client, as the page names it
	 * @param request the request, as the page's client code takes it
	 * @return the result, as the page's client code gives it
	 */
	Map<String, Object> send(String client, Map<String, Object> request);

	@Override
	void close();

}
