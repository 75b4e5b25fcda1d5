import test from 'ava';
import type {JudgeContext, Outcome} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {contextOf, registryOf} from '../../support/posture.js';

const registry = registryOf('recorded-registry-anonymous-pull');

const pulledBy = (...isPrivate: ReadonlyArray<boolean | undefined>): JudgeContext => contextOf({
	pullers: new Map([[registry.key, isPrivate.map((own, index) => ({key: `/cluster-${index}`, name: `aks-${index}`, isPrivate: own}))]]),
});

const publicCheck = checkById.get('acr-public-network-unrestricted')!;

const judge = (context: JudgeContext): Outcome => publicCheck.judge(registry, context);

test('a public registry that private clusters pull from names them, each with its own proof', t => {
	const outcome = judge(pulledBy(true, false, undefined));
	t.true(outcome.status === 'fail' && outcome.evidence.some(({resource, path}) => resource === '/cluster-0' && path.endsWith('enablePrivateCluster')));
	t.regex(outcome.status === 'fail' ? outcome.detail ?? '' : '', /private cluster aks-0 may pull/v);
});

test('public clusters add nothing, nor does what could not be read', t => {
	const plain = judge(contextOf());
	t.is(plain.status, 'fail');
	t.is(judge(pulledBy(false, undefined)), plain);
	const denied = new Map([[registry.key, {unknown: 'denied', reason: 'no right'} as const]]);
	t.is(judge(contextOf({pullers: denied})), plain);
});
