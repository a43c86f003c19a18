'use strict';

const byId = (id) => document.getElementById(id);

// Every value is set as text, never as markup: nothing that a request or a file says can become part of the page
function element(name, attributes, ...children) {
	const node = document.createElement(name);
	Object.entries(attributes || {}).forEach(([key, value]) => node.setAttribute(key, value));
	node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
	return node;
}

const paragraph = (text, style) => element('p', style ? { class: style } : {}, text);
const badge = (text, style) => element('span', { class: 'badge ' + (style || '') }, text);

function values(list) {
	return list.length ? element('ul', { class: 'values' }, ...list.map((value) => element('li', {}, element('code', {}, value))))
		: element('span', { class: 'quiet' }, 'none');
}

function table(columns, rows) {
	const head = element('tr', {}, ...columns.map(([title]) => element('th', { scope: 'col' }, title)));
	const body = rows.map((row) => element('tr', {}, ...columns.map(([title, cell, style]) =>
		element('td', { 'data-label': title, class: style || '' }, cell(row)))));
	return element('div', { class: 'scroll' },
		element('table', {}, element('thead', {}, head), element('tbody', {}, ...body)));
}

const time = (instant) => element('time', { datetime: instant }, new Date(instant).toLocaleString());

async function json(url) {
	const response = await fetch(url, { headers: { Accept: 'application/json' } });
	const body = await response.json().catch(() => ({}));
	return { ok: response.ok, status: response.status, body };
}

// Endpoints may have been given other paths: the actuator's own page knows them, where it is switched on
async function links() {
	const here = location.pathname.replace(/\/+$/, '');
	const base = here.slice(0, here.lastIndexOf('/'));
	const found = await json(base || '/').catch(() => ({ ok: false }));
	const known = (found.ok && found.body._links) || {};
	const href = (id) => known[id] ? new URL(known[id].href.replace(/\{.*$/, ''), location.href).pathname : base + '/' + id;
	return { cors: here, explain: href('corsexplain'), rejections: href('corsrejections') };
}

const KEYS = [
	['paths', 'Paths', (rule) => values(rule.paths)],
	['allowed-origins', 'Allowed origins', (rule) => values(rule.allowedOrigins)],
	['allowed-origin-patterns', 'Allowed origin patterns', (rule) => values(rule.allowedOriginPatterns)],
	['origin-source', 'Origin source', (rule) => rule.originSource ? values([rule.originSource]) : null],
	['allowed-methods', 'Allowed methods', (rule) => values(rule.allowedMethods)],
	['allowed-headers', 'Allowed headers', (rule) => values(rule.allowedHeaders)],
	['exposed-headers', 'Exposed headers', (rule) => values(rule.exposedHeaders)],
	['allow-credentials', 'Credentials', (rule) => rule.allowCredentials ? 'allowed' : 'not allowed'],
	['max-age', 'Preflights kept for', (rule) => duration(rule.maxAge)],
	['disallowed-requests', 'Other requests', (rule) => rule.disallowedRequests],
	['mode', 'Mode', (rule) => rule.mode],
];

function duration(seconds) {
	const units = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
	const parts = [];
	units.forEach(([size, name]) => {
		const count = Math.floor(seconds / size);
		seconds -= count * size;
		if (count) {
			parts.push(count + ' ' + name);
		}
	});
	return parts.join(' ') || 'not at all';
}

function rule(rule, index) {
	const rows = KEYS.flatMap(([key, title, content]) => {
		const value = content(rule);
		const from = rule.sources[key] || (rule.enabled ? 'default' : '');
		return value === null ? [] : [element('dt', {}, title), element('dd', {}, value, from ? element('span', { class: 'from' }, from) : null)];
	});
	const dangers = [rule.dangerouslyTolerateInsecureOrigins && 'insecure origins tolerated',
		rule.dangerouslyToleratePublicSuffixPatterns && 'public suffixes tolerated'].filter(Boolean);
	return element('article', { class: rule.enabled ? 'card' : 'card off' },
		element('header', {}, element('h3', {}, (rule.enabled ? (index + 1) + '. ' : '') + rule.name),
			rule.enabled ? badge(rule.mode, rule.mode === 'enforce' ? 'good' : 'warn') : badge('not enabled', 'warn'),
			rule.allowCredentials ? badge('credentials') : null,
			rule.allowedOrigins.includes('*') ? badge('any origin', 'warn') : null,
			...dangers.map((danger) => badge(danger, 'bad'))),
		element('dl', {}, ...rows));
}

function show(id, content) {
	byId(id).replaceChildren(content);
}

function showPolicy(policy) {
	const enabled = policy.rules.filter((each) => each.enabled).length;
	show('summary', element('span', {}, enabled + (enabled === 1 ? ' rule, ' : ' rules, ') + policy.warnings.length
		+ (policy.warnings.length === 1 ? ' warning' : ' warnings') + ' · fingerprint ',
		element('code', { title: policy.fingerprint }, policy.fingerprint.slice(0, 16))));
	byId('rules').replaceChildren(...policy.rules.map(rule));
	if (!policy.rules.length) {
		show('rules', paragraph('There is no rule: the starter has no effect.', 'notice'));
	}
	show('warnings', policy.warnings.length ? table([
		['Property', (warning) => element('code', {}, warning.property)],
		['Value', (warning) => element('code', {}, warning.value)],
		['Why', (warning) => element('span', {}, warning.message + ' ', element('span', { class: 'quiet' }, '(' + warning.code + ')'))],
		['Write', (warning) => warning.suggestion ? element('code', {}, warning.suggestion) : ''],
		['Where', (warning) => element('span', { class: 'quiet' }, (warning.sources || []).join(', '))],
	], policy.warnings) : paragraph('None.', 'quiet'));
	show('layers', policy.otherLayers.length ? table([
		['Kind', (layer) => layer.kind], ['Where', (layer) => element('code', {}, layer.where)], ['Who wins', (layer) => layer.wins],
	], policy.otherLayers) : paragraph('None was found.', 'quiet'));
}

function unavailable(id, answer) {
	return paragraph('The endpoint ' + id + ' does not answer here (status ' + answer.status + '). Expose it with '
		+ 'management.endpoints.web.exposure.include.', 'notice');
}

async function start() {
	const at = await links();
	const policy = await json(at.cors);
	if (policy.ok) {
		showPolicy(policy.body);
	}
	else {
		show('summary', element('span', {}, 'The rules cannot be read (status ' + policy.status + ').'));
	}
}

start();
