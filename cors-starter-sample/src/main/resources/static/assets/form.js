// The form's state, in the page and in the fragment of its URL: the fragment is what
// survives when the page is opened at another origin, and no server ever sees it.

const FIELDS = ['base', 'path', 'method', 'headers', 'type', 'body'];

const CHOICES = ['credentials', 'client'];

export const DEFAULTS = {
	path: '/restricted/orders', method: 'GET', headers: '', type: '', body: '', credentials: 'same-origin', client: 'fetch'
};

export function readForm(form) {
	const state = {};
	FIELDS.forEach((name) => { state[name] = form.querySelector(`#${name}`).value; });
	CHOICES.forEach((name) => { state[name] = form.elements[name].value; });
	return state;
}

export function fillForm(form, state) {
	FIELDS.forEach((name) => {
		const field = form.querySelector(`#${name}`);
		const before = field.value;
		field.value = state[name] ?? '';
		if (field.tagName === 'SELECT' && field.selectedIndex < 0) {
			field.value = before;
		}
	});
	CHOICES.forEach((name) => {
		const known = [...form.elements[name]].some((radio) => radio.value === state[name]);
		form.elements[name].value = known ? state[name] : DEFAULTS[name];
	});
}

export function toFragment(state) {
	return '#' + new URLSearchParams(state);
}

export function fromFragment(fragment) {
	return Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, '')));
}

export function toRequest(state, id) {
	const headers = state.headers.split('\n')
		.map((line) => line.trim())
		.filter((line) => line.includes(':'))
		.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
	const hasBody = state.type !== '' && !['GET', 'HEAD'].includes(state.method);
	if (hasBody && !headers.some(([name]) => name.toLowerCase() === 'content-type')) {
		headers.push(['Content-Type', state.type]);
	}
	const path = state.path.startsWith('/') ? state.path : '/' + state.path;
	const url = state.base + path + (path.includes('?') ? '&' : '?') + 'lab=' + encodeURIComponent(id);
	return { url, method: state.method, headers, body: hasBody ? state.body : '', credentials: state.credentials };
}

export function toCurl(pageOrigin, request, needsPreflight) {
	const quoted = (text) => "'" + text.replaceAll("'", "'\\''") + "'";
	const header = (name, value) => ` \\\n  -H ${quoted(name + ': ' + value)}`;
	const origin = header('Origin', pageOrigin);
	let text = '';
	if (needsPreflight) {
		const names = request.headers.map(([name]) => name.toLowerCase()).sort().join(',');
		text += `curl -i -X OPTIONS ${quoted(request.url)}${origin}`
			+ header('Access-Control-Request-Method', request.method)
			+ (names ? header('Access-Control-Request-Headers', names) : '') + '\n\n';
	}
	const method = (request.method === 'HEAD') ? '-I' : `-i -X ${request.method}`;
	text += `curl ${method} ${quoted(request.url)}${origin}`;
	request.headers.forEach(([name, value]) => { text += header(name, value); });
	if (request.body) {
		text += ` \\\n  --data ${quoted(request.body)}`;
	}
	return text;
}
