import test from 'ava';
import type {Decide} from '../../source/decisions/decision.js';
import {createExemptions} from '../../source/fleet/exemptions.js';
import type {Finding} from '../../source/model/finding.js';
import {checks} from '../../source/posture/checks/index.js';
import {now, snapshotOf} from '../support/models.js';

const registry = {kind: 'registry', key: '/subscriptions/s/providers/microsoft.containerregistry/registries/shop', tags: {}} as const;

const check = checks.find(({kind, references}) => kind === 'registry' && (references.defender ?? []).length > 0)!;

const exemptionsOf = () => {
	const exemptions = createExemptions();
	return (inFile: Decide | undefined, findings: readonly Finding[]) => exemptions({
		inFile, findings, records: [], now,
	}).decide;
};

const exempt = (members: Partial<Finding> = {}): Finding => ({
	...snapshotOf().findings.find(({source}) => source === 'assessment')!,
	resourceKey: registry.key,
	assessmentKey: check.references.defender![0]!,
	status: 'not-applicable',
	cause: 'Exempt',
	...members,
});

test('what Defender was told to leave out is accepted, from Azure', t => {
	const decide = exemptionsOf()(undefined, [exempt()])!;
	t.like(decide(registry, check.id), {from: 'azure'});
	t.is(decide({...registry, key: `${registry.key}2`}, check.id), undefined);
});

test('what does not apply for another reason, or is open, is not', t => {
	const exemptions = exemptionsOf();
	t.is(exemptions(undefined, [exempt({cause: 'OffByPolicy'}), exempt({status: 'unhealthy'})])?.(registry, check.id), undefined);
});

test('the file goes first, and says who and until when', t => {
	const acceptance = {
		from: 'file', reason: 'why', by: 'me', until: '2027-01-01', at: 'x:1',
	} as const;
	t.is(exemptionsOf()(() => acceptance, [exempt()])?.(registry, check.id), acceptance);
});

test('the judge is given the same function while nothing is decided otherwise', t => {
	const exemptions = exemptionsOf();
	const inFile = () => undefined;
	const first = exemptions(inFile, [exempt()]);
	t.is(exemptions(inFile, [exempt(), exempt({status: 'unhealthy', cause: undefined})]), first);
	t.not(exemptions(inFile, []), first);
	t.is(exemptions(inFile, []), inFile);
	t.is(exemptions(undefined, []), undefined);
});
