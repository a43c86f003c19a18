// Why a browser asks first: the reasons for a CORS-preflight, as the Fetch standard lists them.

const SAFELISTED_METHODS = ['GET', 'HEAD', 'POST'];

const SAFELISTED_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

const SAFELISTED_NAMES = ['accept', 'accept-language', 'content-language'];

export function forecast(pageOrigin, { url, method, headers }) {
	const target = new URL(url).origin;
	if (target === pageOrigin) {
		return { kind: 'same-origin', reasons: [] };
	}
	const reasons = [];
	if (!SAFELISTED_METHODS.includes(method)) {
		reasons.push(`the method ${method}`);
	}
	headers.filter(([name, value]) => !isSafelisted(name, value))
		.forEach(([name]) => reasons.push(`the header ${name}`));
	return { kind: reasons.length ? 'preflight' : 'direct', reasons };
}

export function relation(pageOrigin, base) {
	if (pageOrigin === base) {
		return 'Same origin: CORS plays no part';
	}
	const [page, api] = [new URL(pageOrigin), new URL(base)];
	const differences = [];
	if (page.protocol !== api.protocol) {
		differences.push('scheme');
	}
	if (page.hostname !== api.hostname) {
		differences.push('host');
	}
	if (page.port !== api.port) {
		differences.push('port');
	}
	return `Cross-origin: another ${differences.join(' and ')}`;
}

function isSafelisted(name, value) {
	const lowerCaseName = name.toLowerCase();
	if (lowerCaseName === 'content-type') {
		return SAFELISTED_TYPES.includes(value.split(';')[0].trim().toLowerCase());
	}
	return SAFELISTED_NAMES.includes(lowerCaseName);
}
