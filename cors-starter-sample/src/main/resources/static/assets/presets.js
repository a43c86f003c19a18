// One-click scenarios. `page` and `api` are [host, port] by position in what the server says
// it listens on; the lesson is what to look at, never what to expect of a changed YAML file.

const LOCALHOST = 0;
const SHOP = 1;
const APEX = 2;
const NUMERIC = 3;

const JSON_ORDER = { type: 'application/json', body: '{"item": "Ink bottle", "quantity": 2}' };

export const PRESETS = [
	{ group: 'Classic mistakes', title: 'Two origins in one header', lesson: 'The header has room for one; a rule answers with the one that asked',
		page: [LOCALHOST, 1], path: '/internal/handwritten/two-origins' },
	{ group: 'Classic mistakes', title: '* with credentials, by hand', lesson: 'No browser takes it, and no rule starts with it',
		page: [LOCALHOST, 1], path: '/internal/handwritten/any-origin', credentials: 'include' },
	{ group: 'Classic mistakes', title: '… the same handler under a rule', lesson: 'What a handler writes is replaced by what the rule says',
		page: [LOCALHOST, 1], path: '/restricted/handwritten/any-origin', credentials: 'include' },
	{ group: 'Classic mistakes', title: 'CORS headers in the front end', lesson: 'A request header more to be allowed; the permission is the server’s',
		page: [LOCALHOST, 1], path: '/restricted/orders', headers: 'Access-Control-Allow-Origin: *' },
	{ group: 'Classic mistakes', title: 'mode: \'no-cors\'', lesson: 'Nothing in the console, and nothing to read either',
		page: [NUMERIC, 1], path: '/public/products', credentials: 'omit', client: 'no-cors' },
	{ group: 'Classic mistakes', title: 'OPTIONS behind a login', lesson: 'The preflight has no token: it is answered before authentication',
		page: [LOCALHOST, 1], path: '/restricted/account', credentials: 'omit', headers: 'Authorization: Bearer demo' },
	{ group: 'Classic mistakes', title: 'Errors without the headers', lesson: 'Here the 500 can be read, so that nobody blames CORS for it',
		page: [LOCALHOST, 1], path: '/restricted/fail' },
	{ group: 'Classic mistakes', title: '127.0.0.1 for localhost', lesson: 'Another host is another origin: explain names the line to change',
		page: [NUMERIC, 1], path: '/restricted/orders', credentials: 'include' },

	{ group: 'Public API', title: 'Anyone reads the catalogue', lesson: 'Any origin, one answer for all: *',
		page: [NUMERIC, 1], path: '/public/products', credentials: 'omit' },
	{ group: 'Public API', title: '… but not with credentials', lesson: 'A * never goes together with cookies',
		page: [LOCALHOST, 1], path: '/public/products', credentials: 'include' },

	{ group: 'Public API', title: 'Feedback as JSON', lesson: 'Content-Type is allowed unless the rule says otherwise',
		page: [APEX, 1], path: '/public/feedback', method: 'POST', type: 'application/json', body: '{"stars": 5}' },
	{ group: 'Public API', title: 'Nothing to delete', lesson: 'Unlisted methods allow GET, HEAD and POST only',
		page: [LOCALHOST, 1], path: '/public/products/1', method: 'DELETE' },

	{ group: 'Origins', title: 'Same origin', lesson: 'No CORS at all, every header readable',
		page: [LOCALHOST, 0], path: '/restricted/orders' },
	{ group: 'Origins', title: 'Another port', lesson: 'Another origin, and an allowed one',
		page: [LOCALHOST, 1], path: '/restricted/orders', credentials: 'include' },
	{ group: 'Origins', title: 'A subdomain, by pattern', lesson: 'http://*.app.localhost:* covers it',
		page: [SHOP, 2], path: '/restricted/orders', credentials: 'include' },
	{ group: 'Origins', title: 'The apex of the pattern', lesson: 'The * stands for one label or more, never for none',
		page: [APEX, 2], path: '/restricted/orders', credentials: 'include' },
	{ group: 'Origins', title: 'Same machine, foreign origin', lesson: '127.0.0.1 is not localhost',
		page: [NUMERIC, 0], path: '/restricted/orders', credentials: 'include' },

	{ group: 'Preflights', title: 'Create an order as JSON', lesson: 'The Content-Type makes the browser ask first',
		page: [LOCALHOST, 1], path: '/restricted/orders', method: 'POST', ...JSON_ORDER },
	{ group: 'Preflights', title: 'Delete with a token', lesson: 'Method and Authorization in one preflight',
		page: [LOCALHOST, 1], path: '/restricted/orders/3', method: 'DELETE', headers: 'Authorization: Bearer demo' },
	{ group: 'Preflights', title: 'PATCH is not listed', lesson: 'The handler would do it; the browser never gets there',
		page: [LOCALHOST, 1], path: '/restricted/orders/1', method: 'PATCH', ...JSON_ORDER },
	{ group: 'Preflights', title: 'A header that is not listed', lesson: 'One unlisted name stops the request',
		page: [LOCALHOST, 1], path: '/restricted/orders', headers: 'X-Requested-With: XMLHttpRequest', client: 'xhr' },
	{ group: 'Preflights', title: 'Refused before it is sent', lesson: 'A foreign origin never gets to PUT',
		page: [NUMERIC, 1], path: '/restricted/orders/1', method: 'PUT', ...JSON_ORDER },

	{ group: 'Answers', title: 'A readable 401', lesson: 'Errors carry the headers too: status and body can be read',
		page: [LOCALHOST, 1], path: '/restricted/account', credentials: 'omit', client: 'axios' },
	{ group: 'Answers', title: 'A readable 500', lesson: 'Even when the handler throws',
		page: [LOCALHOST, 1], path: '/restricted/fail', client: 'axios' },
	{ group: 'Answers', title: 'Sign in with a cookie', lesson: 'Set-Cookie counts because both sides allow credentials',
		page: [LOCALHOST, 1], path: '/restricted/session', method: 'POST', credentials: 'include' },
	{ group: 'Answers', title: 'The account, with the cookie', lesson: '200 once signed in, else a readable 401',
		page: [LOCALHOST, 1], path: '/restricted/account', credentials: 'include' },
	{ group: 'Answers', title: 'Redirect to another origin', lesson: 'The origin becomes null, and null is not listed',
		page: [LOCALHOST, 1], path: '/restricted/elsewhere' },

	{ group: 'No rule', title: 'An API without a rule', lesson: 'Answered, and hidden by the browser',
		page: [LOCALHOST, 1], path: '/internal/report' },
	{ group: 'No rule', title: 'Hidden is not prevented', lesson: 'The POST is carried out: CORS does not stop forgery',
		page: [NUMERIC, 1], path: '/internal/visits', method: 'POST', type: 'text/plain', body: 'hello' }
];

export function resolve(preset, config) {
	const { group, title, lesson, page, ...state } = preset;
	const origin = ([host, port]) => 'http://' + (config.hosts[host] ?? config.hosts[0]) + ':'
		+ (config.ports[port] ?? config.ports[0]);
	return { page: origin(page), state: { base: origin([LOCALHOST, 0]), ...state } };
}
