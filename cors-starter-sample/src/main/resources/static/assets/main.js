import { send } from './clients.js';
import { consoleSentences, explain, showExplanation } from './explain.js';
import { forecast, relation } from './forecast.js';
import { DEFAULTS, fillForm, fromFragment, readForm, toCurl, toFragment, toRequest } from './form.js';
import { PRESETS, resolve } from './presets.js';
import { showRules } from './rules.js';
import { verdict } from './verdict.js';
import { element, showExchanges, showResult, showVerdict } from './view.js';

const ownOrigin = location.origin;
const form = document.querySelector('#request');
const find = (id) => document.querySelector(`#${id}`);

let config;
let lastRun;
let chosen;

// For the browser's console: await corsLab.send('fetch', { url, method, headers, body, credentials })
window.corsLab = { send };

start().catch((error) => {
	find('notice').textContent = `The lab could not start: ${error}`;
	find('notice').hidden = false;
});

async function start() {
	config = await (await fetch('/lab/config')).json();
	find('own-origin').textContent = ownOrigin;
	find('server').textContent = `${config.stack}, Spring Boot ${config.springBoot}`;
	offerOrigins();
	offerPresets();
	showRules(find('rules'));
	form.addEventListener('input', () => {
		choosePreset(undefined);
		refresh();
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		run(crypto.randomUUID(), 0);
	});
	form.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
			form.requestSubmit();
		}
	});
	find('again').addEventListener('click', () => run(lastRun.id, lastRun.seen));
	find('page').addEventListener('change', (event) => openAt(event.target.value, readForm(form)));
	window.addEventListener('hashchange', () => applyFragment());
	applyFragment();
	document.documentElement.dataset.ready = 'true';
}

function applyFragment() {
	show(fromFragment(location.hash));
}

function originAt(host, port) {
	return `http://${config.hosts[host]}:${config.ports[port]}`;
}

function offerOrigins() {
	for (const select of [find('page'), find('base')]) {
		select.replaceChildren(...config.hosts.map((host, hostIndex) => element('optgroup', { label: host },
			...config.ports.map((port, portIndex) => new Option(originAt(hostIndex, portIndex))))));
	}
	const known = [...find('page').options].some((option) => option.value === ownOrigin);
	if (!known) {
		find('page').prepend(new Option(ownOrigin));
		find('base').prepend(new Option(ownOrigin));
	}
	find('page').value = ownOrigin;
}

function offerPresets() {
	const groups = [...new Set(PRESETS.map((preset) => preset.group))];
	find('presets').replaceChildren(...groups.map((group) => element('li', {},
		element('h3', {}, group),
		element('ul', {}, ...PRESETS.filter((preset) => preset.group === group).map(presetItem)))));
}

function presetItem(preset) {
	const { page, state } = resolve(preset, config);
	const button = element('button', { type: 'button', class: 'preset', title: preset.lesson },
		element('strong', {}, preset.title),
		element('small', {}, page === ownOrigin ? 'from here' : `from ${page.replace('http://', '')}`));
	button.dataset.preset = PRESETS.indexOf(preset);
	button.addEventListener('click', () => openAt(page, { ...DEFAULTS, ...state }, button.dataset.preset));
	return element('li', {}, button);
}

function openAt(origin, state, presetNumber) {
	const marks = (presetNumber === undefined) ? {} : { preset: presetNumber, run: 1 };
	if (origin !== ownOrigin) {
		location.href = origin + '/' + toFragment({ ...state, ...marks });
		return;
	}
	show({ ...state, ...marks });
}

function show({ run: runNow, preset, ...state }) {
	fillForm(form, { base: originAt(0, 0), ...DEFAULTS, ...state });
	choosePreset(preset);
	refresh();
	if (runNow) {
		form.requestSubmit();
	}
}

// The lesson belongs to the scenario as it was; an edited form is another request
function choosePreset(number) {
	chosen = PRESETS[number];
	document.querySelectorAll('.preset').forEach((button) => {
		button.setAttribute('aria-pressed', String(chosen !== undefined && button.dataset.preset === String(number)));
	});
}

function refresh() {
	const state = readForm(form);
	const request = toRequest(state, 'example');
	const { kind, reasons } = forecast(ownOrigin, request);
	find('relation').textContent = relation(ownOrigin, state.base);
	find('forecast').textContent = {
		'same-origin': 'Same origin: the browser sends it straight away and hides nothing.',
		'direct': 'No preflight needed: the browser sends it straight away and decides on the answer.',
		'preflight': `The browser will ask first, because of ${reasons.join(' and ')}.`
	}[kind];
	find('curl').textContent = toCurl(ownOrigin, toRequest(state, 'curl'), kind === 'preflight');
	find('body').disabled = state.type === '' || ['GET', 'HEAD'].includes(state.method);
	find('again').disabled = !lastRun || lastRun.fragment !== toFragment(state);
	history.replaceState(null, '', toFragment(state));
}

async function run(id, seenBefore) {
	const state = readForm(form);
	const request = toRequest(state, id);
	find('send').disabled = true;
	showVerdict(find('verdict'), { kind: 'busy', headline: 'Sending…', explanation: `${request.method} ${request.url}` });
	const result = await send(state.client, request);
	const [all, explanation] = await Promise.all([exchangesOf(id, seenBefore), explain(ownOrigin, state, request)]);
	const exchanges = all.slice(seenBefore);
	lastRun = { id, seen: all.length, fragment: toFragment(state) };
	showResult(find('browser'), result, consoleSentences(explanation, state.client));
	showExchanges(find('exchanges'), exchanges, result);
	showExplanation(find('explain'), explanation, state.client);
	showVerdict(find('verdict'), verdict(result, exchanges, request, ownOrigin), result.milliseconds, chosen?.lesson);
	find('send').disabled = false;
	refresh();
	bringIntoView(find('verdict'));
}

// The answer may get to the script a moment before the server has noted it down
async function exchangesOf(id, seenBefore) {
	let exchanges = [];
	for (let attempt = 0; attempt < 12; attempt++) {
		exchanges = await (await fetch(`/lab/exchanges/${id}`)).json();
		if (exchanges.length > seenBefore && exchanges.every((exchange) => exchange.status !== null)) {
			break;
		}
		await new Promise((resume) => setTimeout(resume, 25));
	}
	return exchanges;
}

function bringIntoView(target) {
	const { top, bottom } = target.getBoundingClientRect();
	if (top < 0 || bottom > window.innerHeight) {
		const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
		target.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
	}
}
