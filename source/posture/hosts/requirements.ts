import type {HostFacts} from '../../model/host.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {Evidence} from '../check.js';
import {seen} from '../outcome.js';
import {windowsOf} from './windows-release.js';

export const isolations = ['process', 'hyperV'] as const;

/**
How a container is kept apart: by the kernel that it shares with its host, or in a small virtual machine of its own.
*/
export type Isolation = (typeof isolations)[number];

export type Requirement = {
	readonly id: 'system' | 'drive' | 'role' | 'nested' | 'memory' | 'processors';
	readonly title: string;
	readonly state: 'met' | 'not-met' | 'unknown' | 'not-needed';
	/**
	What was read.
	*/
	readonly evidence: Evidence;
	/**
	Why it is unknown or not needed, or what to do where it is not met.
	*/
	readonly because: string | undefined;
};

export type HostAnswer = {
	readonly isolation: Isolation;
	readonly can: 'yes' | 'no' | 'unknown';
	readonly requirements: readonly Requirement[];
};

/**
The least that a virtual machine needs to run containers under Hyper-V.
Source: Windows containers documentation, system requirements, nested virtualisation.
*/
export const leastMemory = 4 * (2 ** 30);

export const leastProcessors = 2;

/**
Since Windows Server 2016 and Windows 10, version 1607.
*/
const firstBuild = 14_393;

/**
Where each fact stands in the documents of Microsoft.HybridCompute.
*/
export const hostPaths = {
	sku: 'properties.osSku',
	version: 'properties.osVersion',
	memory: 'properties.detectedProperties.totalPhysicalMemoryInBytes',
	processors: 'properties.detectedProperties.logicalCoreCount',
	model: 'properties.detectedProperties.model',
	hyperV: 'tags.hyper-v',
	nested: 'tags.nested-virtualization',
	drive: 'tags.system-drive',
} as const;

type Told = Pick<Requirement, 'state' | 'evidence' | 'because'>;

const told = <T extends string | number | boolean>(fact: Fact<T | undefined>, path: string, decide: (value: T) => Omit<Told, 'evidence'>): Told => {
	if (isUnknown(fact)) {
		return {state: 'unknown', evidence: seen(path, undefined), because: fact.reason};
	}

	return fact === undefined
		? {state: 'unknown', evidence: seen(path, undefined), because: `\`${path}\` was not told`}
		: {...decide(fact), evidence: seen(path, fact)};
};

const met = {state: 'met', because: undefined} as const;

const notMet = (because: string) => ({state: 'not-met', because}) as const;

const systemOf = (facts: HostFacts): Told => {
	const system = windowsOf(facts);
	const shown = [facts.osSku, facts.osVersion].filter(fact => typeof fact === 'string').join(', ');
	const evidence = seen(`${hostPaths.sku}, ${hostPaths.version}`, shown === '' ? undefined : shown);
	if (isUnknown(system)) {
		return {state: 'unknown', evidence, because: system.reason};
	}

	if (system === undefined) {
		return {...notMet('it does not run Windows'), evidence};
	}

	const {family, build, isProfessional, isEnterprise, release} = system;
	if (build < firstBuild || release?.hasContainers === false) {
		return {...notMet('containers came with Windows Server 2016 and Windows 10, version 1607: upgrade in place, or rebuild'), evidence};
	}

	return family === 'server' || isProfessional || isEnterprise
		? {...met, evidence}
		: {...notMet('of Windows 10 and 11 the Professional and Enterprise editions run containers'), evidence};
};

/**
What is asked of virtual machines only: where a machine may be either, what is met is met, and the rest depends.
*/
const ifVirtual = (isVirtual: HostFacts['isVirtual'], requirement: Told): Told => {
	if (isVirtual === true || requirement.state === 'met') {
		return requirement;
	}

	return isVirtual === false
		? {state: 'not-needed', evidence: seen(hostPaths.model, 'physical'), because: 'the machine is not a virtual one'}
		: {...requirement, state: 'unknown', because: `whether the machine is a virtual one was not told; if it is: ${requirement.because ?? ''}`};
};

const gibibytes = (bytes: number): string => `${Math.round(bytes / (2 ** 30) * 10) / 10} GiB`;

const requirementsOf = (facts: HostFacts): Readonly<Record<Requirement['id'], Requirement>> => {
	const {isVirtual, systemDrive, hyperV, nestedVirtualization, memory, processors} = facts;
	const make = (id: Requirement['id'], title: string, {state, evidence, because}: Told): Requirement => ({
		id, title, state, evidence, because,
	});
	const ofMemory = told(memory, hostPaths.memory, bytes => (bytes >= leastMemory ? met : notMet('give the virtual machine 4 GiB or more')));
	const shownMemory = typeof memory === 'number' ? seen(hostPaths.memory, gibibytes(memory)) : ofMemory.evidence;
	const ofProcessors = told(processors, hostPaths.processors, count => (count >= leastProcessors ? met : notMet('give the virtual machine two processors or more')));
	const ofNesting = told(nestedVirtualization, hostPaths.nested, isOn => (isOn ? met : notMet('on its host, while it is off: Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true')));
	const ofRole = told(hyperV, hostPaths.hyperV, isThere => (isThere ? met : notMet('Install-WindowsFeature Hyper-V -IncludeManagementTools -Restart')));
	const ofDrive = told(systemDrive, hostPaths.drive, drive => (drive.toUpperCase() === 'C:' ? met : notMet('install Windows to C:, or use Hyper-V isolation for every container')));
	return {
		system: make('system', 'Windows Server 2016 or later, or Windows 10 or 11 Professional or Enterprise', systemOf(facts)),
		drive: make('drive', 'Windows is installed to C:', ofDrive),
		role: make('role', 'The Hyper-V role is installed', ofRole),
		nested: make('nested', 'Virtualisation is exposed to the virtual machine', ifVirtual(isVirtual, ofNesting)),
		memory: make('memory', 'The virtual machine has 4 GiB of memory or more', ifVirtual(isVirtual, {...ofMemory, evidence: shownMemory})),
		processors: make('processors', 'The virtual machine has two virtual processors or more', ifVirtual(isVirtual, ofProcessors)),
	};
};

/**
A requirement that is not met decides; otherwise one that nobody could see.
*/
const answer = (isolation: Isolation, requirements: readonly Requirement[]): HostAnswer => {
	const states = new Set(requirements.map(({state}) => state));
	return {isolation, can: states.has('not-met') ? 'no' : (states.has('unknown') ? 'unknown' : 'yes'), requirements};
};

const answers = new WeakMap<HostFacts, readonly HostAnswer[]>();

/**
Whether a machine can run Windows containers, for each isolation, requirement by requirement. What was not told is unknown, never met.
Source: Windows containers documentation, system requirements.
*/
export const hostAnswers = (facts: HostFacts): readonly HostAnswer[] => {
	let known = answers.get(facts);
	if (known === undefined) {
		const {system, drive, role, nested, memory, processors} = requirementsOf(facts);
		known = [answer('process', [system, drive]), answer('hyperV', [system, role, nested, memory, processors])];
		answers.set(facts, known);
	}

	return known;
};

export const isolationTitles: Readonly<Record<Isolation, string>> = {process: 'process isolation', hyperV: 'Hyper-V isolation'};
