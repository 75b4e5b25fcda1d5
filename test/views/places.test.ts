import test from 'ava';
import {tabs} from '../../views/drill/tabs.js';
import {judgementsOf} from '../../views/judgements/judgement.js';
import {placeOf, placeOfJudgement, sourceOfPlace} from '../../views/places.js';
import {fixOf, worstFixOf} from '../../views/fixes.js';
import {findResource, portalUrl, resourcesOf} from '../../views/resources.js';
import {judgedSnapshotOf} from '../support/judged.js';
import {weakCluster} from '../support/models.js';

const snapshot = judgedSnapshotOf();
const kinds = ['cluster', 'nodePool', 'registry', 'finding'] as const;

test('every resource opens at its first tab, and is found again by its place', t => {
	for (const kind of kinds) {
		const [resource] = resourcesOf(snapshot, kind);
		t.deepEqual(placeOf(resource!), {
			view: 'drill', kind, key: resource!.key, tab: tabs[kind][0]!.id,
		});
		t.is(findResource(snapshot, kind, resource!.key), resource);
		t.is(findResource(snapshot, kind, '/nothing'), undefined);
	}

	t.is(placeOf({...weakCluster, kind: 'defenderPlan'}), undefined);
});

test('a verdict leads to its resource\'s checks, at its check', t => {
	for (const judgement of judgementsOf(snapshot, 'high')) {
		t.like(placeOfJudgement(judgement), {
			view: 'drill', tab: 'posture', key: judgement.resource.key, item: judgement.verdict.checkId,
		});
	}
});

test('ctrl-r reads the source of what is shown, and everything where that has none', t => {
	t.is(sourceOfPlace({view: 'overview', pane: 'nodePools'}), 'clusters');
	t.is(sourceOfPlace({view: 'pane', pane: 'findings'}), 'findings');
	t.is(sourceOfPlace(placeOf(snapshot.registries[0]!)!), 'registries');
	t.is(sourceOfPlace({view: 'help'}), undefined);
});

test('the fix of a resource is that of its worst failed check', t => {
	const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
	for (const resource of [...snapshot.clusters, ...snapshot.registries]) {
		const failed = judgementsWorstFirst(resource.key, severities);
		t.is(worstFixOf(snapshot, resource), failed === undefined ? undefined : fixOf(resource, failed));
	}

	t.is(worstFixOf(snapshot, snapshot.findings[0]!), undefined);
});

const judgementsWorstFirst = (key: string, severities: readonly ['critical', 'high', 'medium', 'low', 'info']): string | undefined =>
	severities.flatMap(severity => judgementsOf(snapshot, severity)).find(({resource}) => resource.key === key)?.verdict.checkId;

test('the portal\'s page of a resource', t => {
	t.is(portalUrl('https://portal.azure.us', '/subscriptions/1'), 'https://portal.azure.us/#@/resource/subscriptions/1');
});
