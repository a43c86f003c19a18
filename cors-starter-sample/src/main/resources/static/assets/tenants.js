import { toFragment } from './form.js';
import { element } from './view.js';

const REFRESH_MILLIS = 2000;

const TRY = { path: '/storefront/offers', method: 'GET', headers: '', type: '', body: '', credentials: 'omit', client: 'fetch' };

const find = (id) => document.querySelector(`#${id}`);

find('try').href = '/' + toFragment({ base: location.origin, ...TRY });
refresh(true);
setInterval(() => document.hidden || refresh(false), REFRESH_MILLIS);

// Only the questions change by themselves: whoever is typing keeps the focus
async function refresh(everything) {
	try {
		const overview = await (await fetch('/tenants')).json();
		if (everything) {
			find('tenants').replaceChildren(...overview.tenants.map(tenantCard));
		}
		find('holds').textContent = `${overview.holdsSeconds} s`;
		find('count').textContent = overview.questionCount;
		find('questions').replaceChildren(...overview.questions.map(questionItem));
		find('notice').hidden = true;
		document.documentElement.dataset.ready = 'true';
	}
	catch (error) {
		find('notice').textContent = `The server does not answer: ${error}`;
		find('notice').hidden = false;
	}
}

function tenantCard(tenant) {
	const card = element('li', { class: 'card tenant', 'data-tenant': tenant.id });
	const list = tenant.origins.map((origin) => originItem(tenant, origin));
	card.append(
		element('h3', { id: `name-${tenant.id}`, tabindex: '-1' }, tenant.name),
		list.length > 0 ? element('ul', { class: 'origins' }, ...list) : element('p', { class: 'hint' }, 'No origin yet: no page may read the answers.'),
		addForm(tenant));
	return card;
}

function originItem(tenant, origin) {
	const button = element('button', { type: 'button', 'aria-label': `Remove ${origin} of ${tenant.name}` }, 'Remove');
	button.addEventListener('click', async () => {
		await fetch(`/tenants/${tenant.id}/origins?origin=${encodeURIComponent(origin)}`, { method: 'DELETE' });
		await refresh(true);
		find(`name-${tenant.id}`).focus();
		find('status').textContent = `${origin} was removed.`;
	});
	return element('li', { 'data-origin': origin }, element('code', {}, origin), button);
}

function addForm(tenant) {
	const input = element('input', { id: `origin-${tenant.id}`, name: 'origin', type: 'text', inputmode: 'url', autocomplete: 'off',
		autocapitalize: 'off', spellcheck: 'false', placeholder: 'https://shop.example.com', 'aria-describedby': `error-${tenant.id}` });
	const error = element('div', { id: `error-${tenant.id}`, class: 'error', role: 'alert', hidden: '' });
	const form = element('form', { class: 'add', novalidate: '' },
		element('label', { class: 'field', for: input.id }, element('span', {}, 'Add an origin')),
		element('div', { class: 'enter' }, input, element('button', { class: 'primary', type: 'submit' }, 'Add')),
		error);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		add(tenant, input, error);
	});
	input.addEventListener('input', () => showError(input, error, undefined));
	return form;
}

async function add(tenant, input, error) {
	const response = await fetch(`/tenants/${tenant.id}/origins`, {
		method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ origin: input.value })
	});
	if (!response.ok) {
		showError(input, error, await refusal(response));
		input.focus();
		return;
	}
	const { origin } = await response.json();
	await refresh(true);
	find(`origin-${tenant.id}`).focus();
	find('status').textContent = `${origin} was added.`;
}

async function refusal(response) {
	try {
		return await response.json();
	}
	catch {
		return { error: `The server answers ${response.status}.` };
	}
}

function showError(input, target, refused) {
	target.hidden = !refused;
	input.toggleAttribute('aria-invalid', false);
	target.replaceChildren();
	if (refused) {
		input.setAttribute('aria-invalid', 'true');
		target.append(element('p', {}, refused.error));
		if (refused.suggestion) {
			target.append(suggestionButton(input, target, refused.suggestion));
		}
	}
}

function suggestionButton(input, target, suggestion) {
	const button = element('button', { type: 'button' }, `Use ${suggestion}`);
	button.addEventListener('click', () => {
		input.value = suggestion;
		showError(input, target, undefined);
		input.focus();
	});
	return button;
}

function questionItem(question) {
	return element('li', {},
		element('code', {}, question.origin),
		element('span', { class: `status ${question.allowed ? 'good' : 'bad'}` }, question.allowed ? 'allowed' : 'not allowed'),
		element('span', { class: 'thread' }, `${new Date(question.at).toLocaleTimeString()} on ${question.thread}`));
}
