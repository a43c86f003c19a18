// One sentence for what happened, from the two sides of it.

import { forecast } from './forecast.js';

export function verdict(result, exchanges, request, pageOrigin) {
	const actual = exchanges.filter((exchange) => !isPreflight(exchange));
	const preflights = exchanges.filter(isPreflight);
	if (result.outcome === 'answer' && result.status === 0) {
		return say('refused', 'Opaque: status 0', `The server answered ${actual[actual.length - 1]?.status}, and the browser keeps all of it from the script.`);
	}
	if (result.outcome === 'answer') {
		return allowed(result, actual, preflights, forecast(pageOrigin, request).kind);
	}
	return refused(actual, preflights, request);
}

export function isPreflight(exchange) {
	return exchange.method === 'OPTIONS' && 'access-control-request-method' in exchange.requestHeaders;
}

function allowed(result, actual, preflights, kind) {
	if (actual.length === 0) {
		return say('allowed', `Readable: ${result.status}, from the browser's cache`, 'Nothing reached the server this time.');
	}
	if (kind === 'same-origin') {
		return say('allowed', `Readable: ${result.status}`,
			'Page and API share an origin, so the browser did not ask for CORS headers.');
	}
	const allowOrigin = actual[actual.length - 1].responseHeaders['access-control-allow-origin']?.[0];
	return say('allowed', `Readable: ${result.status}`,
		`${preflightSentence(preflights, kind)} The answer says Access-Control-Allow-Origin: ${allowOrigin}.`);
}

function preflightSentence(preflights, kind) {
	if (preflights.length > 0) {
		return 'The browser asked with a preflight first, and the answer allowed the request.';
	}
	return (kind === 'preflight') ? 'The browser remembered the answer to its preflight and did not ask again.'
		: 'No preflight was needed.';
}

function refused(actual, preflights, request) {
	if (actual.length === 0 && preflights.length === 0) {
		return say('refused', 'Nothing reached the server',
			'The browser gave up before it sent anything, or the address does not answer.');
	}
	if (actual.length === 0) {
		return refusedPreflight(preflights[preflights.length - 1]);
	}
	const last = actual[actual.length - 1];
	if (last.status >= 300 && last.status < 400) {
		return say('refused', 'Blocked on a redirect', `The server answered ${last.status}, and the browser did not follow.`);
	}
	if (actual.length > 1 && last.requestHeaders.origin?.[0] === 'null') {
		return say('refused', 'Blocked after a redirect to another origin',
			`The browser followed with Origin: null, which the rule does not allow (${last.status}).`);
	}
	const allowOrigin = last.responseHeaders['access-control-allow-origin']?.[0];
	if (allowOrigin === '*' && request.credentials === 'include') {
		return say('refused', 'Answered, but hidden',
			`The server answered ${last.status} with Access-Control-Allow-Origin: *, which browsers do not take for a request with credentials.`);
	}
	if (allowOrigin !== undefined && allowOrigin !== '*' && allowOrigin !== last.requestHeaders.origin?.[0]) {
		return say('refused', 'Answered, but hidden',
			`The server answered ${last.status} with Access-Control-Allow-Origin: ${allowOrigin}, which is not the one origin that asked.`);
	}
	if (allowOrigin === undefined && last.status === 403) {
		return say('refused', 'Refused by the server: 403',
			'The rule does not allow this origin. No CORS header came back, so the script does not even see the status.');
	}
	return say('refused', 'Answered, but hidden',
		`The server carried out the request and answered ${last.status} without the CORS headers that would let this origin read it.`);
}

function refusedPreflight(preflight) {
	const asked = [preflight.requestHeaders['access-control-request-method'],
		preflight.requestHeaders['access-control-request-headers']].filter(Boolean).join(' with ');
	if (preflight.status >= 200 && preflight.status < 300) {
		return say('refused', 'Stopped after the preflight',
			`The answer to the preflight (${preflight.status}) does not allow ${asked}. The request itself was never sent.`);
	}
	return say('refused', `Preflight refused: ${preflight.status}`,
		`The browser asked for ${asked}; the server said no. The request itself was never sent.`);
}

function say(kind, headline, explanation) {
	return { kind, headline, explanation };
}
