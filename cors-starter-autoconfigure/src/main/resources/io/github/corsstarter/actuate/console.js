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

function origins(rule) {
	const all = rule.allowedOrigins.concat(rule.allowedOriginPatterns);
	return element('div', {}, all.length || !rule.originSource ? values(all) : null,
		rule.originSource ? element('span', {}, 'asks ', element('code', {}, rule.originSource)) : null);
}

function badges(rule) {
	return element('div', { class: 'badges' },
		rule.enabled ? badge(rule.mode, rule.mode === 'enforce' ? 'good' : 'warn') : badge('not enabled', 'warn'),
		rule.allowCredentials ? badge('credentials') : null,
		rule.allowedOrigins.includes('*') ? badge('any origin', 'warn') : null,
		rule.dangerouslyTolerateInsecureOrigins ? badge('insecure origins tolerated', 'bad') : null,
		rule.dangerouslyToleratePublicSuffixPatterns ? badge('public suffixes tolerated', 'bad') : null);
}

const RULE_COLUMNS = [
	['Rule', (rule) => element('div', {}, element('strong', {}, rule.name), badges(rule))],
	['Paths', (rule) => values(rule.paths)],
	['Origins', origins],
	['Methods', (rule) => values(rule.allowedMethods)],
	['Request headers', (rule) => values(rule.allowedHeaders)],
	['Kept for', (rule) => duration(rule.maxAge)],
];

function everything(rule) {
	const rows = KEYS.flatMap(([key, title, content]) => {
		const value = content(rule);
		const from = rule.sources[key] || (rule.enabled ? 'default' : '');
		return value === null ? [] : [element('dt', {}, title),
			element('dd', {}, value, from ? element('span', { class: 'from' }, from) : null)];
	});
	return element('details', {}, element('summary', {}, 'All values of ' + rule.name + ', and where they are set'),
		element('dl', {}, ...rows));
}

function rules(all) {
	const head = element('tr', {}, ...RULE_COLUMNS.map(([title]) => element('th', { scope: 'col' }, title)));
	const bodies = all.map((rule) => element('tbody', { class: rule.enabled ? '' : 'off' },
		element('tr', {}, ...RULE_COLUMNS.map(([title, cell]) => element('td', { 'data-label': title }, cell(rule)))),
		element('tr', { class: 'more' }, element('td', { colspan: String(RULE_COLUMNS.length) }, everything(rule)))));
	return element('div', { class: 'scroll' }, element('table', {}, element('thead', {}, head), ...bodies));
}

function show(id, content) {
	byId(id).replaceChildren(content);
}

function refusedChange(change) {
	return element('div', { class: 'card verdict bad' },
		element('h3', {}, 'A change was refused, and these rules are still in force'),
		element('p', { class: 'quiet' }, time(change.at), ' · ' + change.source),
		element('ul', {}, ...change.errors.map((error) => element('li', {}, error))));
}

function showPolicy(policy) {
	const enabled = policy.rules.filter((each) => each.enabled).length;
	show('summary', element('span', {}, enabled + (enabled === 1 ? ' rule, ' : ' rules, ') + policy.warnings.length
		+ (policy.warnings.length === 1 ? ' warning' : ' warnings') + ' · generation ' + policy.generation.number + ' (',
		time(policy.generation.since), ', ' + policy.generation.source + ') · fingerprint ',
		element('code', { title: policy.fingerprint }, policy.fingerprint.slice(0, 16))));
	show('rules', policy.rules.length ? rules(policy.rules)
		: paragraph('There is no rule: the starter has no effect.', 'notice'));
	show('refusal', policy.lastRefused ? refusedChange(policy.lastRefused) : '');
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

const GOOD = ['allowed', 'same-origin', 'not-cors'];

const fields = (headers) => headers.map(({ name, value }) => name + ': ' + value).join('\n');

function exchange(title, { request, answer }) {
	const start = request.method + ' ' + request.url;
	return element('section', { class: 'card' }, element('header', {}, element('h3', {}, title),
		badge(answer.decision, answer.decision.endsWith('refused') ? 'bad' : answer.decision.endsWith('allowed') ? 'good' : '')),
		paragraph(answer.sentence),
		element('details', { open: '' }, element('summary', {}, 'Request and answer'),
			element('pre', {}, start + '\n' + fields(request.headers)),
			element('pre', {}, (answer.status ? 'Status ' + answer.status : 'Status and body are the application\'s')
				+ '\n' + fields(answer.headers))));
}

function changes(fix) {
	return element('li', {}, paragraph(fix.sentence), ...(fix.changes || []).flatMap((change) => [
		element('pre', {}, change.yaml),
		paragraph(change.place + (change.source ? ' · ' + change.source : ''), 'quiet mono')]));
}

function list(title, items) {
	return items.length ? element('section', { class: 'card' }, element('h3', {}, title), element('ul', {}, ...items)) : null;
}

function explanation(answer) {
	const browser = answer.browser;
	const good = GOOD.includes(browser.verdict);
	const console = browser.console || {};
	const style = good ? 'good' : browser.verdict === 'unknown' ? '' : 'bad';
	const which = answer.rule.name
		? ['Rule ', element('strong', {}, answer.rule.name), ' by ', element('code', {}, answer.rule.pattern), '. ' + answer.rule.sentence]
		: [answer.rule.sentence];
	return [
		element('div', { class: 'card verdict ' + style },
			element('header', {}, element('h3', {}, answer.summary), badge(browser.verdict, style)),
			paragraph(browser.sentence), element('p', {}, ...which),
			browser.cache ? paragraph(browser.cache.sentence, 'quiet') : null),
		list('What to do', (answer.fixes || []).map(changes)),
		console.chromium || (console.firefox || []).length ? element('section', { class: 'card' },
			element('h3', {}, 'What the browser prints'),
			console.chromium ? paragraph('Chromium', 'quiet') : null,
			console.chromium ? element('pre', {}, console.chromium) : null,
			(console.firefox || []).length ? paragraph('Firefox', 'quiet') : null,
			...(console.firefox || []).map((line) => element('pre', {}, line))) : null,
		list('Why the browser sends a preflight', (answer.preflight.reasons || []).map((reason) => element('li', {}, reason.sentence))),
		element('div', { class: 'steps' },
			answer.preflight.exchange ? exchange('Preflight', answer.preflight.exchange) : null,
			answer.actual ? exchange('Actual request', answer.actual) : null),
		list('Reproduce it', (answer.curl || []).map((curl) => element('li', {}, element('pre', {}, curl.command)))),
	].filter(Boolean);
}

function refused(memory) {
	if (!memory.rejections.length) {
		return paragraph('Nothing so far.', 'quiet');
	}
	return element('div', {}, paragraph(memory.refusals + ' in all' + (memory.dropped ? ', ' + memory.dropped + ' of them not counted below' : '')
		+ (memory.rejections.some((each) => each.reported) ? '; "would be" marks what a rule only reports' : '') + '.', 'quiet'), table([
		['Origin', (each) => element('code', {}, each.origin)],
		['Rule', (each) => each.rule],
		['What', (each) => (each.reported ? 'would be: ' : '') + each.kind],
		['Why', (each) => each.reason],
		['Nearest allowed', (each) => each.nearest ? element('code', {}, each.nearest) : ''],
		['Count', (each) => String(each.count), 'number'],
		['First', (each) => time(each.first)],
		['Last', (each) => time(each.last)],
	], memory.rejections));
}

async function explain(url) {
	const form = new FormData(byId('form'));
	const query = new URLSearchParams([...form].filter(([, value]) => value !== ''));
	history.replaceState(null, '', '#' + query);
	byId('answer').setAttribute('aria-busy', 'true');
	try {
		const answer = await json(url + '?' + query);
		const problem = answer.status === 400 ? paragraph(answer.body.message || 'The request cannot be explained.', 'notice')
			: unavailable('corsexplain', answer);
		byId('answer').replaceChildren(...(answer.ok ? explanation(answer.body) : [problem]));
	}
	catch (failure) {
		show('answer', paragraph('The application does not answer.', 'notice'));
	}
	byId('answer').removeAttribute('aria-busy');
}

// A link to the page can carry the request to explain behind its hash
function prefill() {
	const given = new URLSearchParams(location.hash.slice(1));
	for (const field of byId('form').elements) {
		if (field.name && given.has(field.name)) {
			if (field.type === 'checkbox') {
				field.checked = given.get(field.name) === 'true';
			}
			else {
				field.value = given.get(field.name);
			}
		}
	}
	return given.has('path');
}

async function start() {
	const at = await links();
	byId('form').addEventListener('submit', (event) => {
		event.preventDefault();
		explain(at.explain);
	});
	const policy = await json(at.cors);
	if (policy.ok) {
		showPolicy(policy.body);
	}
	else {
		show('summary', element('span', {}, 'The rules cannot be read (status ' + policy.status + ').'));
	}
	if (prefill()) {
		explain(at.explain);
	}
	const rejections = await json(at.rejections);
	show('rejections', rejections.ok ? refused(rejections.body) : unavailable('corsrejections', rejections));
}

start();
