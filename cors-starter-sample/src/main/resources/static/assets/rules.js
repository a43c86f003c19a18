import { element } from './view.js';

// What the heading of a rule shows, and what is of interest only where it is set
const IN_HEADING = ['name', 'enabled', 'paths', 'mode', 'sources'];

export async function showRules(target) {
	const response = await fetch('/actuator/cors');
	if (!response.ok) {
		target.replaceChildren(element('p', { class: 'hint' }, `The endpoint answers ${response.status}.`));
		return;
	}
	const { rules, warnings = [] } = await response.json();
	target.replaceChildren(...rules.map(ruleCard),
		...warnings.map((warning) => element('p', { class: 'notice' }, JSON.stringify(warning))));
}

function ruleCard(rule) {
	const values = Object.entries(rule).filter(([key, value]) => !IN_HEADING.includes(key) && isSet(value));
	return element('section', { class: 'rule' },
		element('h3', {},
			rule.name,
			...rule.paths.map((path) => element('code', {}, path)),
			...(rule.mode === 'enforce' ? [] : [element('span', { class: 'tag' }, rule.mode)])),
		element('table', {},
			element('tbody', {}, ...values.map(([key, value]) => ruleRow(kebabCase(key), value, rule.sources)))));
}

function ruleRow(key, value, sources = {}) {
	const row = element('tr', {}, element('th', { scope: 'row' }, key), element('td', {}, shown(value)));
	row.lastChild.append(element('span', { class: 'source' }, place(sources[key])));
	return row;
}

function isSet(value) {
	return Array.isArray(value) ? value.length > 0 : value !== false;
}

function shown(value) {
	return Array.isArray(value) ? value.join(', ') : String(value);
}

function kebabCase(name) {
	return name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
}

// "… - class path resource [application.yml] - 35:24" is where a value was set; a default has no place
function place(source) {
	const found = /\[([^\]]+)\].*?(?: - (\d+):\d+)?$/.exec(source ?? '');
	if (!found) {
		return source ?? 'default';
	}
	return found[2] ? `${found[1]}, line ${found[2]}` : found[1];
}
