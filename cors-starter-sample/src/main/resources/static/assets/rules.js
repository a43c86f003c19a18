import { element } from './view.js';

// Shows the endpoint's rules. Whatever it adds to a rule is shown as it is.
export async function showRules(target) {
	const response = await fetch('/actuator/cors');
	if (!response.ok) {
		target.replaceChildren(element('p', { class: 'hint' }, `The endpoint answers ${response.status}.`));
		return;
	}
	target.replaceChildren(element('pre', { tabindex: '0' }, JSON.stringify(await response.json(), null, 2)));
}
