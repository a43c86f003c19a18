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

package io.github.corsstarter.explain;

/**
 * What keeps an origin from being an allowed one.
 */
public enum OriginDifference {

	/** The scheme is another one. */
	SCHEME,

	/** The port is another one. */
	PORT,

	/** One of the two hosts ends in a dot. */
	TRAILING_DOT,

	/** One of the two hosts has {@code www.} in front. */
	WWW,

	/** Both hosts are names or addresses of the local machine. */
	LOOPBACK,

	/** The host is the one below which a pattern allows all. */
	APEX,

	/** The host is below an allowed one. */
	SUBDOMAIN,

	/** The host is above an allowed one. */
	PARENT,

	/** The host has a slip of the pen and is of the same site. */
	TYPO,

	/** The host is another one of the same site. */
	SIBLING,

	/** The host resembles an allowed one and is of another site. */
	LOOK_ALIKE,

	/** There are upper-case letters, which no browser sends. */
	CASE,

	/** There is a path, if only a slash, which no browser sends. */
	PATH,

	/** The default port is spelled out, which no browser does. */
	DEFAULT_PORT,

	/** The origin is opaque: {@code null}. */
	NULL,

	/** There are several values. */
	SEVERAL,

	/** The value is longer than any origin. */
	TOO_LONG,

	/** The value is not an origin for another reason. */
	MALFORMED,

	/** No allowed origin is near. */
	UNKNOWN,

	/** No origin at all is allowed. */
	CLOSED,

	/** Nothing: the origin is allowed. */
	NOTHING

}
