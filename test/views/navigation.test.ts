import test from 'ava';
import fc from 'fast-check';
import {
	currentPlace,
	initialNavigation,
	navigate,
	paneIds,
	tableIdOf,
	type Navigation,
	type NavigationAction,
	type Place,
} from '../../views/navigation.js';

const cluster: Place = {
	view: 'drill', kind: 'cluster', key: '/c', tab: 'overview',
};
const verdicts: Place = {view: 'judgements', show: 'critical'};
const after = (...actions: readonly NavigationAction[]): Navigation => {
	let navigation = initialNavigation;
	for (const action of actions) {
		navigation = navigate(navigation, action);
	}

	return navigation;
};

const open = (place: Place): NavigationAction => ({type: 'open', place});

test('a drill opened from a list of verdicts comes back to it, and then to the overview', t => {
	const inDrill = after(open(verdicts), open(cluster));
	t.deepEqual(currentPlace(inDrill), cluster);
	const back = navigate(inDrill, {type: 'back'});
	t.deepEqual(currentPlace(back), verdicts);
	t.deepEqual(currentPlace(navigate(back, {type: 'back'})), {view: 'overview', pane: 'clusters'});
});

test('a tab is a facet: esc leaves the resource, and history keeps one step for it', t => {
	const checks = after(open(cluster), {type: 'replace', place: {...cluster, tab: 'posture'}});
	t.is(checks.past.length, 1);
	t.deepEqual(currentPlace(navigate(checks, {type: 'back'})), {view: 'overview', pane: 'clusters'});
});

test('history goes back and forward as a browser\'s, and a new way cuts off what lay ahead', t => {
	const there = after(open(verdicts), open(cluster));
	const back = navigate(there, {type: 'history-back'});
	t.deepEqual(currentPlace(back), verdicts);
	t.deepEqual(navigate(back, {type: 'history-forward'}), there);
	t.deepEqual(navigate(back, open({view: 'help'})).future, []);
	t.is(navigate(initialNavigation, {type: 'history-back'}), initialNavigation);
	t.is(navigate(initialNavigation, {type: 'history-forward'}), initialNavigation);
});

test('the last place and this one change places', t => {
	const there = after(open(cluster));
	const once = navigate(there, {type: 'last-place'});
	t.deepEqual(once.trail, initialNavigation.trail);
	t.deepEqual(navigate(once, {type: 'last-place'}).trail, there.trail);
});

test('going to where one is already is no step, and loses nothing that lies ahead', t => {
	const back = navigate(after(open(cluster)), {type: 'history-back'});
	t.is(navigate(back, {type: 'jump', trail: [{view: 'overview', pane: 'clusters'}]}), back);
});

test('help and notices take each other\'s place: esc leaves both at once', t => {
	const notices = after(open({view: 'help'}), open({view: 'notices'}), open({view: 'help'}));
	t.deepEqual(notices.trail.map(({view}) => view), ['overview', 'help']);
});

const place: fc.Arbitrary<Place> = fc.oneof(
	fc.record({view: fc.constantFrom('overview', 'pane'), pane: fc.constantFrom(...paneIds)}) as fc.Arbitrary<Place>,
	fc.constantFrom<Place>(cluster, verdicts, {view: 'help'}, {view: 'notices'}),
);
const action: fc.Arbitrary<NavigationAction> = fc.oneof(
	place.map(open),
	place.filter(({view}) => view === 'overview').map(to => ({type: 'jump', trail: [to]} as const)),
	fc.constantFrom<NavigationAction>({type: 'back'}, {type: 'history-back'}, {type: 'history-forward'}, {type: 'last-place'}),
);

test('whatever is done, the way begins at the overview, history stays small, and back then forward is where one was', t => {
	fc.assert(fc.property(fc.array(action, {maxLength: 120}), actions => {
		const navigation = after(...actions);
		t.is(navigation.trail[0].view, 'overview');
		t.true(navigation.past.length <= 50);
		const back = navigate(navigation, {type: 'history-back'});
		t.deepEqual(navigation.past.length === 0 ? back : navigate(back, {type: 'history-forward'}), navigation);

		let home = navigation;
		for (const _ of navigation.trail) {
			home = navigate(home, {type: 'back'});
		}

		t.is(home.trail.length, 1);
	}));
});

test('the overview and the whole screen share a pane\'s table; every other place has its own', t => {
	t.is(tableIdOf({view: 'pane', pane: 'clusters'}), tableIdOf({view: 'overview', pane: 'clusters'}));
	const others: readonly Place[] = [cluster, {...cluster, tab: 'posture'}, verdicts, {view: 'help'}, {view: 'notices'}];
	const ids = [...paneIds.map(pane => tableIdOf({view: 'pane', pane})), ...others.map(other => tableIdOf(other))];
	t.is(new Set(ids).size, ids.length);
});
