import {longName} from '../model/long-name.js';
import type {Resource} from '../model/resource.js';
import type {Evidence, Verdict} from '../posture/check.js';
import {comment} from './fix-script/comment.js';
import type {Fixable} from './fix-script/fixable.js';
import {neededValues} from './fix-script/needed-values.js';
import {onOwnLines} from './fix-script/shell-words.js';
import {stepsOf, type Step} from './fix-script/steps.js';
import {count, dateTime} from './text/words.js';

export type FixScriptInput = {
	readonly fixables: readonly Fixable[];
	/**
	Whose fleet it is, in words.
	*/
	readonly fleet: string;
	readonly version: string;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

export type FixScript = {
	/**
	For a POSIX shell. Without commands it is empty.
	*/
	readonly text: string;
	readonly commands: number;
	/**
	Those that get a command.
	*/
	readonly resources: number;
};

const kindNames: Readonly<Record<string, string>> = {
	cluster: 'Cluster',
	nodePool: 'Node pool',
	registry: 'Registry',
	subscription: 'Subscription',
	diskEncryptionSet: 'Disk encryption set',
	keyVault: 'Key vault',
	containerGroup: 'Container group',
	host: 'Host',
};

const proofOf = ({outcome}: Verdict): readonly Evidence[] => (outcome.status === 'fail' ? outcome.evidence : []);

const stepLines = ({command, isOtherWay, effects, reasons}: Step): readonly string[] => [
	'',
	...reasons.flatMap(({check, verdict}) => [
		comment(`${verdict.severity}: ${check.title} (${check.id})`),
		comment(`  why: ${check.why}`),
		...proofOf(verdict).map(({path, value}) => comment(`  found: ${path} = ${value}`)),
	]),
	...effects.map(effect => comment(`  effect: ${effect}`)),
	isOtherWay ? comment(`  instead of the above, another way: ${command}`) : onOwnLines(command),
];

const headLines = ({fleet, version, now}: FixScriptInput, {commands, resources}: Omit<FixScript, 'text'>): readonly string[] => [
	'#!/bin/sh',
	comment(`${count(commands, 'command')} for ${count(resources, 'resource')}, written by crowsnest ${version}, ${dateTime(now)}.`),
	comment(`Fleet: ${fleet}`),
	'#',
	'# Review before running: crowsnest runs nothing. Each command says what it changes and what it can interrupt.',
	'# The script stops at the first command that fails; az waits for each to end.',
	'set -eu',
];

const valueLines = (values: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] => values.size === 0
	? []
	: [
		'',
		'# Values that only you know. Set them, or the script stops here; where resources need different ones, edit their commands.',
		...values.entries().flatMap(([name, hints]) => {
			const [hint = '', ...others] = hints;
			return [...others.map(other => comment(`${name} is also: ${other}`)), `: "\${${name}:?${hint}}"`];
		}),
	];

/**
Gathers what is marked by resource, in the order in which resources were marked.
*/
const byResource = (fixables: readonly Fixable[]): ReadonlyArray<{readonly resource: Resource; readonly verdicts: readonly Verdict[]}> =>
	Map.groupBy(fixables, ({resource}) => resource.key).values().map(own => ({
		resource: own[0]!.resource,
		verdicts: own.map(({verdict}) => verdict),
	})).toArray();

const keepValues = (values: Map<string, Set<string>>, command: string): void => {
	for (const [name, hint] of neededValues(command)) {
		values.set(name, (values.get(name) ?? new Set()).add(hint));
	}
};

/**
Makes one script that mends failures, for a person to review: grouped by resource, each command below what is wrong, why,
what proved it and what it can interrupt. Names are quoted, comments hold one line each, and nothing is run.

Yields after each resource, so that its caller can give the event loop back: a whole fleet may be marked.
*/
export const createFixScript = function * (input: FixScriptInput): Generator<void, FixScript, void> {
	const written = new Set<string>();
	const values = new Map<string, Set<string>>();
	const body: string[] = [];
	let resources = 0;
	for (const {resource, verdicts} of byResource(input.fixables)) {
		// Two pools of a cluster may need the same command on their cluster.
		const steps = stepsOf(resource, verdicts).filter(({command}) => !written.has(command));
		if (steps.length > 0) {
			resources++;
			body.push('', comment(`---- ${kindNames[resource.kind] ?? resource.kind} ${longName(resource)}`), comment(resource.id));
		}

		body.push(...steps.flatMap(step => stepLines(step)));
		const runs = steps.filter(({isOtherWay}) => !isOtherWay).map(({command}) => command);
		for (const command of runs) {
			written.add(command);
			keepValues(values, command);
		}

		yield;
	}

	const counts = {commands: written.size, resources};
	return {
		...counts,
		text: written.size === 0 ? '' : `${[...headLines(input, counts), ...valueLines(values), ...body].join('\n')}\n`,
	};
};
