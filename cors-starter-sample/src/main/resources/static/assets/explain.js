// What the starter's endpoint says about the same request: asked at the page's own origin, a dry run.

import { element } from './view.js';

export async function explain(pageOrigin, state, request) {
	const query = new URLSearchParams({
		path: state.path, origin: pageOrigin, method: request.method, server: state.base,
		headers: request.headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
		credentials: String(state.credentials === 'include')
	});
	try {
		const response = await fetch(`/actuator/corsexplain?${query}`);
		return response.ok ? await response.json() : { refused: `The endpoint answers ${response.status}.` };
	}
	catch (error) {
		return { refused: `The endpoint does not answer: ${error}` };
	}
}

// What this browser writes to its console, by the endpoint's account; the script itself is never told
export function consoleSentences(explanation, client) {
	const sentences = explanation.browser?.console;
	if (!sentences || client === 'no-cors') {
		return [];
	}
	if (navigator.userAgent.includes('Firefox/')) {
		return sentences.firefox;
	}
	return [client === 'fetch' ? sentences.chromium : sentences.chromiumXhr].filter(Boolean);
}

export function showExplanation(target, explanation, client) {
	if (explanation.refused) {
		target.replaceChildren(element('p', { class: 'hint' }, explanation.refused));
		return;
	}
	const { rule, nearestOrigin, fixes, preflight, actual, browser } = explanation;
	target.replaceChildren(
		element('p', { class: `status ${browser.verdict === 'blocked' ? 'bad' : ''}` }, explanation.summary),
		...(client === 'no-cors' ? [paragraph('With mode no-cors the browser asks nobody: no answer of the server can be read.')] : []),
		part('Rule', paragraph(...(rule.name ? [element('code', {}, rule.name), ` for ${rule.pattern}. `] : []), rule.sentence)),
		...(preflight.needed ? [part('Preflight', ...preflight.reasons.map((reason) => paragraph(reason.sentence)),
			paragraph(preflight.exchange.answer.sentence))] : []),
		part('Request', paragraph(actual.answer.sentence)),
		...(nearestOrigin ? [part('Nearest origin', paragraph(nearestOrigin.sentence))] : []),
		...(fixes.length ? [part('What to do', ...fixes.flatMap(fixOf))] : []));
}

function fixOf(fix) {
	const yaml = fix.changes.map((change) => change.yaml).join('\n');
	return [paragraph(fix.sentence), ...(yaml ? [element('pre', { tabindex: '0' }, yaml)] : [])];
}

function part(title, ...children) {
	return element('div', { class: 'part' }, element('h4', {}, title), ...children);
}

function paragraph(...children) {
	return element('p', {}, ...children);
}
