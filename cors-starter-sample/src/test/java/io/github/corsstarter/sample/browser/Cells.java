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

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.sample.RunningLab;
import io.github.corsstarter.sample.browser.Cell.Page;
import io.github.corsstarter.sample.browser.PageRequest.Credentials;

/**
 * The table: every page origin with every kind of request, then what needs more than one
 * request. What comes out of a cell stands nowhere here.
 */
final class Cells {

	private static final String JSON = "application/json";

	private static final String ORDER = "{\"item\":\"Ink bottle\",\"quantity\":2}";

	private final List<Cell> cells = new ArrayList<>();

	private final Page own;

	private final Page otherPort;

	private final Page subdomain;

	private final Page apex;

	private final Page numeric;

	private final Page app1 = Page.at("https://app1.yourdomain.com");

	private final Page app2 = Page.at("https://app2.yourdomain.com");

	private final Page insecure = Page.at("http://app1.yourdomain.com");

	private final Page lookalike = Page.at("https://app1.yourdomain.com.evil.test");

	private final Page otherPortOfApp1 = Page.at("https://app1.yourdomain.com:8443");

	private Cells(RunningLab lab) {
		this.own = Page.at("http://localhost:" + lab.port(0));
		this.otherPort = Page.at("http://localhost:" + lab.port(1));
		this.subdomain = Page.at("http://shop.app.localhost:" + lab.port(2));
		this.apex = Page.at("http://app.localhost:" + lab.port(2));
		this.numeric = Page.at("http://127.0.0.1:" + lab.port(1));
	}

	static List<Cell> of(RunningLab lab) {
		Cells table = new Cells(lab);
		table.everyOriginWithEveryKindOfRequest();
		table.answersOfEveryKind();
		table.otherClients();
		table.redirects();
		table.preflightCache();
		return table.cells;
	}

	private void everyOriginWithEveryKindOfRequest() {
		for (Page page : List.of(this.own, this.otherPort, this.subdomain, this.apex, this.numeric, this.app1,
				this.app2, this.insecure, this.lookalike, this.otherPortOfApp1, Laboratory.OPAQUE)) {
			add(page, PageRequest.of("GET", "/restricted/orders").with(Credentials.INCLUDE));
			add(page, PageRequest.of("PUT", "/restricted/orders/1").body(JSON, ORDER).with(Credentials.INCLUDE));
			add(page, PageRequest.of("DELETE", "/restricted/orders/2").header("Authorization", "Bearer demo"));
			add(page, PageRequest.of("PATCH", "/restricted/orders/1").body(JSON, ORDER));
			add(page, PageRequest.of("GET", "/restricted/orders").header("X-Requested-With", "XMLHttpRequest"));
			add(page, PageRequest.of("GET", "/public/products").with(Credentials.OMIT));
			add(page, PageRequest.of("GET", "/public/products").with(Credentials.INCLUDE));
			add(page, PageRequest.of("POST", "/internal/visits").body("text/plain", "hello"));
		}
	}

	private void answersOfEveryKind() {
		for (Page page : List.of(this.otherPort, this.app1, this.numeric)) {
			add(page, PageRequest.of("HEAD", "/restricted/orders"));
			add(page, PageRequest.of("POST", "/restricted/orders").body(JSON, ORDER));
			add(page, PageRequest.of("GET", "/restricted/account").with(Credentials.OMIT));
			add(page, PageRequest.of("GET", "/restricted/account").with(Credentials.INCLUDE));
			add(page, PageRequest.of("GET", "/restricted/account").header("Authorization", "Bearer demo"));
			add(page, PageRequest.of("GET", "/restricted/orders/4711"));
			add(page, PageRequest.of("GET", "/restricted/nothing"));
			add(page, PageRequest.of("GET", "/restricted/fail"));
			add(page, PageRequest.of("POST", "/public/feedback").body("application/x-www-form-urlencoded", "stars=5"));
			add(page, PageRequest.of("POST", "/public/feedback").body(JSON, "{\"stars\":5}"));
			add(page, PageRequest.of("PUT", "/public/products/1").body(JSON, "{}"));
			add(page, PageRequest.of("GET", "/internal/report"));
			add(page, PageRequest.of("GET", "/internal/report").header("X-Lab", "1"));
		}
	}

	private void otherClients() {
		for (Page page : List.of(this.otherPort, this.app1, this.numeric)) {
			for (String client : List.of("xhr", "axios")) {
				add(page, PageRequest.of("GET", "/restricted/orders").with(Credentials.INCLUDE).with(client));
				add(page, PageRequest.of("PUT", "/restricted/orders/1").body(JSON, ORDER).with(client));
				add(page, PageRequest.of("GET", "/restricted/account").with(client));
				add(page, PageRequest.of("GET", "/public/products").header("X-Lab", "1").with(client));
			}
		}
	}

	private void redirects() {
		for (Page page : List.of(this.own, this.otherPort, this.app1, this.numeric)) {
			for (String path : List.of("/restricted/moved", "/restricted/elsewhere", "/restricted/to-public")) {
				add(page, PageRequest.of("GET", path));
				add(page, PageRequest.of("GET", path).header("Authorization", "Bearer demo"));
			}
			add(page, PageRequest.of("PUT", "/restricted/moved").body(JSON, ORDER));
			add(page, PageRequest.of("PUT", "/restricted/elsewhere").body(JSON, ORDER));
		}
	}

	private void preflightCache() {
		PageRequest put = PageRequest.of("PUT", "/restricted/orders/1").body(JSON, ORDER);
		PageRequest delete = PageRequest.of("DELETE", "/restricted/orders/1");
		for (Page page : List.of(this.otherPort, this.app1)) {
			add(page, put, put);
			add(page, put, delete);
			add(page, put, put.header("Authorization", "Bearer demo"));
			add(page, put, put.with(Credentials.INCLUDE));
			add(page, put.with(Credentials.INCLUDE), put);
			add(page, put, PageRequest.of("PUT", "/restricted/orders/2").body(JSON, ORDER));
			add(page, put, PageRequest.of("PATCH", "/restricted/orders/1").body(JSON, ORDER));
		}
	}

	private void add(Page page, PageRequest... requests) {
		this.cells.add(Cell.of(page, requests));
	}

}
