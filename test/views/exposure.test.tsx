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
		t.regex(view, isAscii ? /internet 1 +unknown 1 +ranges 1 +network 1/v : /internet 1 +unknown 1 +ranges 1 +network 1 +alias 1 +cluster 1/v);

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

const contentOf = (lines: readonly string[], title: string): string => boxTitled(lines, title)!.lines.join('\n');

test('`b` groups the Services by who reaches them and by cluster, and a count opens exactly the Services that it counts', async t => {
	const other = {
		...shopCluster, name: 'aks-other', key: `${shopCluster.key}-other`, id: `${shopCluster.id}-other`,
	};
	const elsewhere = {
		...serviceOf('frontend'), key: `${other.key}/namespaces/shop/services/frontend`, clusterKey: other.key, clusterName: other.name,
	};
	const both = snapshotOf({
		clusters: [shopCluster, other],
		services: [...services, elsewhere],
		exposures: new Map([...exposures, [elsewhere.key, exposureOf(elsewhere, {who: 'internet', answer: 'the internet', troubles: ['its public IP is gone']})]]),
	});
	const app = await openApp(t, {snapshot: both, columns: 120, rows: 40});
	await app.press(':', ...'exposure', 'enter');
	const byWho = contentOf(await app.press('b'), 'Exposure by who can reach it');
	t.regex(byWho, /internet +2 +2 +1/v);
	t.deepEqual(['internet', 'unknown', 'ranges', 'network', 'alias', 'cluster'].map(word => byWho.includes(word)), Array.from({length: 6}, () => true));

	const opened = boxTitled(await app.press('enter'), 'Exposure: internet')!;
	t.true(opened.title.endsWith('1/2'), opened.title);
	t.is(opened.lines.filter(line => line.includes('shop/frontend')).length, 2);
	const page = boxTitled(await app.press('enter'), 'Exposure › internet › ');
	t.truthy(page);
	await app.press('esc');
	t.truthy(boxTitled(await app.press('esc'), 'Exposure by who can reach it'));

	const byCluster = contentOf(await app.press('b'), 'Exposure by cluster');
	t.regex(byCluster, /aks-other +internet +1 +1/v);
	await app.press('/', ...'aks-other', 'enter');
	const ofCluster = boxTitled(await app.press('enter'), 'Exposure: aks-other')!;
	t.is(ofCluster.lines.filter(line => line.includes('shop/')).length, 1);
	t.truthy(boxTitled(await app.press('b'), 'Exposure by who can reach it'), 'inside a group, `b` leaves it for all');
	t.truthy(boxTitled(await app.press('b', 'b'), 'Exposure '), 'and comes round to the flat list');
});

test('`:services` is the same view', async t => {
	const app = await openApp(t, {snapshot});
	t.truthy(boxTitled(await app.press(':', ...'services', 'enter'), 'Exposure '));
	t.truthy(boxTitled(await app.press(':', ...'svc', 'enter'), 'Exposure '));
});
