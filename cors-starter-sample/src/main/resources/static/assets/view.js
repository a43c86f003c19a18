// Everything that is shown goes through textContent: answers are not markup.

import { isPreflight } from './verdict.js';

export function element(name, attributes = {}, ...children) {
	const node = document.createElement(name);
	Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
	node.append(...children);
	return node;
}

export function showVerdict(target, { kind, headline, explanation }, milliseconds, lesson) {
	target.className = `verdict ${kind}`;
	target.replaceChildren(
		element('p', { class: 'headline' }, headline),
		element('p', { class: 'explanation' }, explanation,
			...(milliseconds === undefined ? [] : [' ', element('span', { class: 'quiet' }, `${milliseconds} ms`)])),
		...(lesson ? [element('p', { class: 'lesson' }, element('strong', {}, 'To learn here: '), lesson)] : []));
}

export function showResult(target, result, sentences) {
	if (result.outcome === 'error') {
		target.replaceChildren(
			element('p', { class: 'status bad' }, 'No answer'),
			element('pre', { tabindex: '0' }, result.error),
			element('p', { class: 'hint' }, 'That is all a script learns. The reason stands in the browser’s console only.'),
			...(sentences.length ? [element('p', { class: 'caption' }, 'In the console'),
				...sentences.map((sentence) => element('pre', { class: 'console', tabindex: '0' }, sentence))] : []));
		return;
	}
	if (result.status === 0) {
		target.replaceChildren(
			element('p', { class: 'status bad' }, 'Status 0'),
			element('p', { class: 'hint' }, 'An opaque answer: no headers, no body, and no word in the console.'));
		return;
	}
	target.replaceChildren(
		element('p', { class: 'status good' }, `Status ${result.status}`),
		headerTable('Headers the script can read', result.headers),
		...bodyOf(result.body));
}

export function showExchanges(target, exchanges, result) {
	if (exchanges.length === 0) {
		target.replaceChildren(element('p', { class: 'hint' }, 'Nothing reached the server.'));
		return;
	}
	const readable = new Set((result.headers ?? []).map(([name]) => name));
	target.replaceChildren(element('ol', { class: 'exchanges' },
		...exchanges.map((exchange) => exchangeItem(exchange, result, readable))));
}

function exchangeItem(exchange, result, readable) {
	const preflight = isPreflight(exchange);
	const good = exchange.status !== null && exchange.status < 400;
	const hides = (name) => !preflight && result.outcome === 'answer' && !readable.has(name) && !isOfCors(name);
	return element('li', {},
		element('p', { class: 'exchange' },
			element('span', { class: preflight ? 'tag preflight' : 'tag' }, preflight ? 'preflight' : 'request'),
			element('code', {}, `${exchange.method} ${exchange.path}`),
			element('span', { class: `status ${good ? 'good' : 'bad'}` }, String(exchange.status ?? 'pending'))),
		element('p', { class: 'quiet' }, `at ${exchange.host}`),
		headerTable('Request', flatten(exchange.requestHeaders)),
		headerTable('Answer', flatten(exchange.responseHeaders), hides));
}

function flatten(headers) {
	return Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value]));
}

function headerTable(caption, headers, hides = () => false) {
	if (headers.length === 0) {
		return element('p', { class: 'hint' }, `${caption}: none`);
	}
	return element('table', {},
		element('caption', {}, caption),
		element('tbody', {}, ...headers.map(([name, value]) => headerRow(name, value, hides(name)))));
}

function headerRow(name, value, hidden) {
	const row = element('tr', isOfCors(name) ? { class: 'decisive' } : {},
		element('th', { scope: 'row' }, name),
		element('td', {}, value));
	if (hidden) {
		row.lastChild.append(' ', element('span', { class: 'tag muted' }, 'hidden from the script'));
	}
	return row;
}

function isOfCors(name) {
	return name.startsWith('access-control-') || ['origin', 'vary'].includes(name);
}

function bodyOf(text) {
	if (text === '') {
		return [element('p', { class: 'hint' }, 'Empty body')];
	}
	return [element('p', { class: 'caption' }, 'Body'), element('pre', { tabindex: '0' }, pretty(text))];
}

function pretty(text) {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	}
	catch {
		return text;
	}
}
