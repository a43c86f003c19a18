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

package io.github.corsstarter.origin;

/**
 * What keeps a value from being a serialized origin.
 */
public enum OriginFlaw {

	/** It has a path, if only a slash. */
	PATH,

	/** It has a query or a fragment, if only an empty one. */
	QUERY_OR_FRAGMENT,

	/** It has a user name or a password. */
	USER_INFO,

	/** Scheme or host have upper-case letters. */
	UPPER_CASE,

	/** The default port of the scheme is spelled out. */
	DEFAULT_PORT,

	/** The port is empty, zero, too large, not a number or has leading zeros. */
	PORT,

	/** The scheme is missing. */
	NO_SCHEME,

	/** The scheme is one that no origin has. */
	OPAQUE_SCHEME,

	/** The host has characters that are sent in another form. */
	NOT_ASCII,

	/** The host is not a host name. */
	HOST,

	/** The host is an IP address in another form than the one that is sent. */
	ADDRESS,

	/** Anything else. */
	SYNTAX

}
