// Ways to send the same request. Each answers with the same plain value, so that the
// page (and a test) can compare what the browser let through, whatever the client.
//
//   request: { url, method, headers: [[name, value]], body, credentials }
//   result:  { outcome: 'answer', status, headers: [[name, value]], body, url }
//         or { outcome: 'error', error }

const clients = { fetch: sendWithFetch, xhr: sendWithXhr, axios: sendWithAxios, 'no-cors': sendWithoutCors };

export async function send(client, request) {
	const started = performance.now();
	const result = await clients[client](request).catch((error) => ({ outcome: 'error', error: String(error) }));
	return { ...result, client, milliseconds: Math.round(performance.now() - started) };
}

async function sendWithFetch({ url, method, headers, body, credentials }) {
	const response = await fetch(url, { method, headers, body: body || undefined, credentials });
	return answer(response.status, [...response.headers], await response.text(), response.url);
}

// The answer is opaque, whatever the server says: status 0, no headers, no body
async function sendWithoutCors({ url, method, headers, body, credentials }) {
	const response = await fetch(url, { method, headers, body: body || undefined, credentials, mode: 'no-cors' });
	return answer(response.status, [...response.headers], await response.text(), response.url);
}

function sendWithXhr({ url, method, headers, body, credentials }) {
	return new Promise((resolve, reject) => {
		const xhr = new XMLHttpRequest();
		xhr.open(method, url);
		xhr.withCredentials = (credentials === 'include');
		headers.forEach(([name, value]) => xhr.setRequestHeader(name, value));
		xhr.onload = () => resolve(answer(xhr.status, parseHeaders(xhr.getAllResponseHeaders()), xhr.responseText,
			xhr.responseURL));
		xhr.onerror = () => reject('error event (XMLHttpRequest says nothing more)');
		xhr.send(body || null);
	});
}

async function sendWithAxios({ url, method, headers, body, credentials }) {
	const { default: axios } = await import('/webjars/axios/dist/esm/axios.min.js');
	const response = await axios.request({
		url,
		method,
		headers: Object.fromEntries(headers),
		data: body || undefined,
		withCredentials: (credentials === 'include'),
		responseType: 'text',
		transformRequest: [(data) => data],
		transformResponse: [(data) => data],
		validateStatus: () => true
	});
	const readable = Object.entries(response.headers.toJSON()).map(([name, value]) => [name, String(value)]);
	return answer(response.status, readable, response.data, response.request.responseURL);
}

function answer(status, headers, body, url) {
	return { outcome: 'answer', status, headers, body: body ?? '', url };
}

function parseHeaders(lines) {
	return lines.trim().split(/\r?\n/).filter(Boolean).map((line) => {
		const colon = line.indexOf(':');
		return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
	});
}
