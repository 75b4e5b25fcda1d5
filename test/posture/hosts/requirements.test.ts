import test from 'ava';
import fc from 'fast-check';
import {unknown, type Fact} from '../../../source/model/known.js';
import type {HostFacts} from '../../../source/model/host.js';
import {hostAnswers, type Isolation} from '../../../source/posture/hosts/requirements.js';
import {windowsOf} from '../../../source/posture/hosts/windows-release.js';
import {hostOf} from '../../support/around.js';

const good: HostFacts = {
	osType: 'windows', osSku: 'Windows Server 2022 Datacenter', osVersion: '10.0.20348.2700', memory: 8 * (2 ** 30), processors: 4, isVirtual: true, hyperV: true, nestedVirtualization: true, systemDrive: 'C:',
};

const can = (facts: HostFacts, isolation: Isolation): string => hostAnswers(facts).find(answer => answer.isolation === isolation)!.can;

const both = (facts: HostFacts): readonly string[] => [can(facts, 'process'), can(facts, 'hyperV')];

const unseen = unknown('not-reported', 'nobody told');

test('each requirement alone decides, met, not met or unknown', t => {
	t.deepEqual(both(good), ['yes', 'yes']);
	const cases: ReadonlyArray<readonly [Partial<HostFacts>, string, string]> = [
		[{systemDrive: 'D:'}, 'no', 'yes'],
		[{systemDrive: unseen}, 'unknown', 'yes'],
		[{hyperV: false}, 'yes', 'no'],
		[{hyperV: undefined}, 'yes', 'unknown'],
		[{nestedVirtualization: false}, 'yes', 'no'],
		[{memory: (4 * (2 ** 30)) - 1}, 'yes', 'no'],
		[{memory: 4 * (2 ** 30), processors: 2}, 'yes', 'yes'],
		[{processors: 1}, 'yes', 'no'],
		[{processors: 1, isVirtual: false}, 'yes', 'yes'],
		[{processors: 1, nestedVirtualization: false, isVirtual: undefined}, 'yes', 'unknown'],
		[{osSku: 'Windows Server 2012 R2 Standard', osVersion: '6.3.9600.20778'}, 'no', 'no'],
		[{osSku: 'Windows 10 Home', osVersion: '10.0.19045.1'}, 'no', 'no'],
		[{osSku: 'Windows 10 Pro', osVersion: '10.0.10586.1'}, 'no', 'no'],
		[{osSku: 'Windows 10 Pro', osVersion: '10.0.14393.1'}, 'yes', 'yes'],
		[{osSku: 'Windows 11 Enterprise', osVersion: '10.0.26100.4061'}, 'yes', 'yes'],
		[{osType: 'linux'}, 'no', 'no'],
		[{osVersion: undefined}, 'unknown', 'unknown'],
	];
	for (const [changes, process, hyperV] of cases) {
		t.deepEqual(both({...good, ...changes}), [process, hyperV], JSON.stringify(changes));
	}
});

test('recorded machines: no isolation is promised where Arc does not tell', t => {
	const names = Array.from({length: 11}, (_, index) => `arc-machine-${String(index + 1).padStart(2, '0')}`);
	for (const name of names) {
		t.false(both(hostOf(name)).includes('yes'), name);
	}

	t.deepEqual(both(hostOf('arc-machine-05')), ['no', 'no'], 'Windows Server 2012 R2');
	t.deepEqual(both(hostOf('arc-machine-10')), ['unknown', 'unknown'], 'a machine that has told nothing');
	t.like(windowsOf(hostOf('arc-machine-03')), {family: 'server', build: 26_412, release: {name: 'Windows Server 2025'}}, 'a preview build is of the product that its name tells');
	t.false(hostOf('arc-machine-09').isVirtual, 'a notebook');
	t.true(hostOf('arc-machine-01').isVirtual, 'in Azure');
});

const flag = fc.constantFrom<Fact<boolean | undefined>>(true, false, undefined, unseen);
const facts = fc.record<HostFacts>({
	osType: fc.constantFrom<Fact<string | undefined>>('windows', 'linux', undefined, unseen),
	osSku: fc.constantFrom<Fact<string | undefined>>('Windows Server 2022 Standard', 'Windows 10 Home', 'Windows 11 Pro', undefined, unseen),
	osVersion: fc.constantFrom<Fact<string | undefined>>('10.0.20348.1', '10.0.26100.1', '6.3.9600.1', 'x', undefined, unseen),
	memory: fc.oneof(fc.integer({min: 0, max: 2 ** 40}), fc.constantFrom(undefined, unseen)),
	processors: fc.oneof(fc.integer({min: 0, max: 128}), fc.constantFrom(undefined, unseen)),
	isVirtual: flag,
	hyperV: flag,
	nestedVirtualization: flag,
	systemDrive: fc.constantFrom<Fact<string | undefined>>('C:', 'D:', undefined, unseen),
});

test('hiding a fact never turns a no or an unknown into a yes', t => {
	const hidden = fc.constantFrom(...Object.keys(good) as ReadonlyArray<keyof HostFacts>);
	t.notThrows(() => {
		fc.assert(fc.property(facts, hidden, (whole, name) => {
			const before = both(whole);
			const after = both({...whole, [name]: unseen});
			return before.every((answer, index) => answer === 'yes' || after[index] !== 'yes');
		}));
	});
});
