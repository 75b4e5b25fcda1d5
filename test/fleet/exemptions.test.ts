import test from 'ava';
import type {Decide} from '../../source/decisions/decision.js';
import {createExemptions, exemptionRecords} from '../../source/fleet/exemptions.js';
import type {PollStates} from '../../source/fleet/polls.js';
import type {Finding} from '../../source/model/finding.js';
import type {ExemptState, PolicyExemption, PolicyRecord} from '../../source/model/policy-exemption.js';
import type {SourceErrorDetail} from '../../source/model/source-error.js';
import type {Coverage} from '../../source/model/subscription.js';
import {checks} from '../../source/posture/checks/index.js';
import {now, snapshotOf} from '../support/models.js';

const noop = (): void => {/* Few records are joined at once. */};

const registry = {kind: 'registry', key: '/subscriptions/s/providers/microsoft.containerregistry/registries/shop', tags: {}} as const;

const check = checks.find(({kind, references}) => kind === 'registry' && (references.defender ?? []).length > 0 && (references.azurePolicy ?? []).length > 0)!;

const exemptionsOf = () => {
	const exemptions = createExemptions(noop);
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

const at = Date.parse('2026-08-24T12:00:00Z');

const definition = check.references.azurePolicy![0]!;

const state: ExemptState = {
	kind: 'state', key: 's1', resourceKey: registry.key, subscriptionId: 's', definition, assignmentId: 'baseline', referenceId: undefined,
};

const exemption: PolicyExemption = {
	kind: 'exemption',
	id: 'E1',
	key: 'e1',
	name: 'e1',
	subscriptionId: 's',
	resourceGroup: '',
	scope: '/subscriptions/s',
	assignmentId: 'baseline',
	referenceIds: undefined,
	category: 'Waiver',
	expiresAt: at + 86_400_000,
	displayName: 'why',
	description: undefined,
	createdBy: undefined,
};

test('Azure Policy goes before Defender, for it says until when, and behind the file', t => {
	const exemptions = createExemptions(noop);
	const input = {findings: [exempt()], records: [exemption, state], now: at};
	t.like(exemptions({...input, inFile: undefined}).decide!(registry, check.id), {reason: 'why (Waiver)', until: '2026-08-25', at: 'E1'});
	const acceptance = {
		from: 'file', reason: 'ours', by: 'me', until: '2027-01-01', at: 'x:1',
	} as const;
	t.is(exemptions({...input, inFile: () => acceptance}).decide!(registry, check.id), acceptance);
});

test('once it is over nothing is accepted, though Azure Policy and Defender still call it exempt', t => {
	const exemptions = createExemptions(noop);
	const input = {inFile: undefined, findings: [exempt()], records: [exemption, state]};
	const before = exemptions({...input, now: at});
	t.is(before.ending.length, 1);
	t.is(exemptions({...input, now: at + 1000}).decide, before.decide, 'the same function while nothing has ended');
	const after = exemptions({...input, now: at + 86_400_000});
	t.is(after.decide!(registry, check.id), undefined);
	t.deepEqual(after.ending, []);
});

test('what is exempt on a cluster is exempt on its pools', t => {
	const ofPools = checks.find(({kind, references}) => kind === 'nodePool' && (references.azurePolicy ?? []).length > 0)!;
	const key = '/subscriptions/s/resourcegroups/rg/providers/microsoft.containerservice/managedclusters/one';
	const records = [{...state, resourceKey: key, definition: ofPools.references.azurePolicy![0]!}];
	const {decide} = createExemptions(noop)({
		inFile: undefined, findings: [], records, now: at,
	});
	t.like(decide!({kind: 'nodePool', key: `${key}/agentpools/two`, tags: {}}, ofPools.id), {from: 'azure', at: 'baseline'});
	t.is(decide!({kind: 'nodePool', key: `${key}x/agentpools/two`, tags: {}}, ofPools.id), undefined);
});

test('where reading them is refused, what the last session read accepts nothing', t => {
	const policyExemptions = {readAt: at, data: {items: [exemption, state], coverage: new Map<string, Coverage>()}};
	const none: Pick<PollStates, 'policyExemptions'> = {
		policyExemptions: {
			data: undefined, readAt: undefined, nextAt: undefined, isReading: false, isStale: false, thrown: undefined, error: undefined,
		},
	};
	t.is(exemptionRecords(none, {policyExemptions}).length, 2);
	const error = (cause: SourceErrorDetail['cause']): SourceErrorDetail => ({
		cause, reason: 'no', remedy: undefined, retryAt: undefined,
	});
	t.is(exemptionRecords({policyExemptions: {...none.policyExemptions, error: error('denied')}}, {policyExemptions}).length, 0);
	t.is(exemptionRecords({policyExemptions: {...none.policyExemptions, error: error('unreachable')}}, {policyExemptions}).length, 2, 'a line that dropped is no refusal');
});

test('twenty thousand states are joined in slices: what was known stays until they are, and then it is told', async t => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const exemptions = createExemptions(resolve);
	const look = (records: readonly PolicyRecord[]) => exemptions({
		inFile: undefined, findings: [], records, now: at,
	}).decide;
	const few = look([exemption, state]);
	t.like(few?.(registry, check.id), {from: 'azure'});
	const many = Array.from({length: 20_000}, (_, index): ExemptState => ({...state, key: `s${index}`, resourceKey: `${registry.key}-${index}`}));
	const held = look([exemption, ...many]);
	t.is(held, few);
	await promise;
	const known = look([exemption, ...many]);
	t.like(known?.({...registry, key: `${registry.key}-19999`}, check.id), {from: 'azure'});
	t.is(known?.(registry, check.id), undefined);
});
