import test from 'ava';
import {reachabilities, type Reachability} from '../../source/model/exposure.js';
import {serviceColumns} from '../../views/columns/services.js';
import {reachWords} from '../../views/exposure/reach-words.js';
import {openApp} from '../support/app.js';
import {boxTitled} from '../support/boxes.js';
import {exposureOf, serviceOf, shopCluster} from '../support/inside.js';
import {snapshotOf} from '../support/models.js';
import {asciiTheme, plainTheme} from '../support/theme.js';

const names = ['frontend', 'partner', 'internal', 'queue', 'pending', 'orders'] as const;

const answers: Readonly<Record<(typeof names)[number], readonly [who: Reachability, answer: string]>> = {
	frontend: ['internet', 'the internet'],
	partner: ['ranges', '198.51.100.0/24'],
	internal: ['network', 'the virtual network'],
	queue: ['alias', 'nobody: it is a name for internet.cluster.example'],
	pending: ['unknown', 'unknown, perhaps the internet'],
	orders: ['cluster', 'this cluster'],
};

const services = names.map(name => serviceOf(name));

const exposures = new Map(services.map(service => {
	const [who, answer] = answers[service.name as (typeof names)[number]];
	return [service.key, exposureOf(service, {
		who,
		answer,
		ports: ['TCP/80'],
		paths: [[{what: 'internet', name: ''}, {what: 'public IP', name: '20.50.10.3'}, {what: 'Service', name: `shop/${service.name}`}, {what: 'pods', name: 'app=x'}]],
	})] as const;
}));

const snapshot = snapshotOf({clusters: [shopCluster], services, exposures});

test('the word of a reachability finds exactly those that it counts', t => {
	const column = serviceColumns.find(({id}) => id === 'who')!;
	for (const wanted of reachabilities) {
		const found = services.filter(service => column.filterBy!(service, {snapshot, now: 0}).includes(reachWords[wanted].word));
		t.deepEqual(found.map(({key}) => exposures.get(key)!.who), services.map(({key}) => exposures.get(key)!.who).filter(who => who === wanted), wanted);
	}
});

for (const [columns, rows, theme, isAscii] of [[120, 40, plainTheme, false], [80, 24, asciiTheme, true]] as const) {
	test(`the Exposure view and a Service's page at ${columns}×${rows}${isAscii ? ', in ASCII' : ''}: widest first, with the way to it`, async t => {
		const app = await openApp(t, {
			snapshot, columns, rows, theme, isAscii,
		});
		const viewLines = await app.press(':', ...'exposure', 'enter');
		const view = viewLines.join('\n');
		const order = ['the internet', 'unknown, per', '198.51.100.0', 'the virtual', 'nobody: it', 'this cluster'].map(text => view.indexOf(text));
		t.true(order.every(at => at > 0), view);
		t.deepEqual(order, order.toSorted((one, other) => one - other), view);
		t.regex(view, isAscii ? /internet 1 +ranges 1 +network 1 +alias 1/v : /internet 1 +ranges 1 +network 1 +alias 1 +unknown 1 +cluster 1/v);

		const pageLines = await app.press('enter');
		const page = pageLines.join('\n');
		t.regex(page, /Who can reach it +the internet/v);
		t.regex(page, /internet . public IP 20\.50\.10\.3 . Service shop\/frontend . pods app=x/v);
		if (isAscii) {
			t.regex(page, /^[\n\u{20}-\u{7E}]*$/v);
		} else {
			t.truthy(boxTitled(page.split('\n'), 'Exposure › '));
		}
	});
}
