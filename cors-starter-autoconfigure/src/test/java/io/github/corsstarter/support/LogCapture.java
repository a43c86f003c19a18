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

package io.github.corsstarter.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * What is logged while it is open.
 */
public final class LogCapture implements AutoCloseable {

	private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private static final Logger STARTER = (Logger) LoggerFactory.getLogger("io.github.corsstarter");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>() {

		@Override
		protected void append(ILoggingEvent event) {
			// Those of another thread are gone afterwards
			event.prepareForDeferredProcessing();
			super.append(event);
		}

	};

	private final Level level = STARTER.getLevel();

	/**
	 * Start to capture.
	 */
	public LogCapture() {
		this.appender.start();
		ROOT.addAppender(this.appender);
	}

	/**
	 * Start to capture, and make the starter log at a level.
	 * @param level the level, for instance {@code DEBUG}
	 * @return what captures
	 */
	public static LogCapture at(String level) {
		LogCapture capture = new LogCapture();
		STARTER.setLevel(Level.valueOf(level));
		return capture;
	}

	/**
	 * Everything that was logged, by whomever.
	 * @return the messages
	 */
	public List<String> messages() {
		return messages((event) -> true);
	}

	/**
	 * What the starter itself logged.
	 * @return the messages
	 */
	public List<String> starterMessages() {
		return messages(LogCapture::isOfTheStarter);
	}

	/**
	 * What the starter itself logged at a level.
	 * @param level the level, for instance {@code WARN}
	 * @return the messages
	 */
	public List<String> starterMessages(String level) {
		return messages((event) -> isOfTheStarter(event) && event.getLevel().toString().equals(level));
	}

	/**
	 * The diagnostic contexts of what the starter itself logged.
	 * @return one map for every message
	 */
	public List<Map<String, String>> starterContexts() {
		return events().stream().filter(LogCapture::isOfTheStarter).map(ILoggingEvent::getMDCPropertyMap).toList();
	}

	private List<String> messages(Predicate<ILoggingEvent> filter) {
		return events().stream().filter(filter).map(ILoggingEvent::getFormattedMessage).toList();
	}

	private static boolean isOfTheStarter(ILoggingEvent event) {
		return event.getLoggerName().startsWith(STARTER.getName());
	}

	private List<ILoggingEvent> events() {
		synchronized (this.appender) {
			return new ArrayList<>(this.appender.list);
		}
	}

	@Override
	public void close() {
		ROOT.detachAppender(this.appender);
		STARTER.setLevel(this.level);
	}

}
