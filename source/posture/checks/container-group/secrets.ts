import type {ContainerGroup} from '../../../model/container-group.js';
import {isUnknown, valueOf, type Fact} from '../../../model/known.js';
import type {Check, Evidence, Outcome} from '../../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {needed} from '../../commands.js';
import {placed, type PlacedContainer} from './containers-of.js';
import {recreateCommand, recreateEffect} from './group-command.js';

const variablesPath = 'properties.containers[].properties.environmentVariables';
const commandPath = 'properties.containers[].properties.command';

const mostTold = 8;

/**
What was found, or the reason of the first thing that could not be read, or how it stands without either.
*/
const decide = (found: readonly Evidence[], reason: string | undefined, otherwise: () => Outcome): Outcome => {
	if (found.length > 0) {
		return fail(found.slice(0, mostTold), found.length > mostTold ? {detail: `${found.length} in all.`} : {});
	}

	return reason === undefined ? otherwise() : unknownBecause(reason);
};

const reasonOf = (facts: ReadonlyArray<Fact<unknown>>): string | undefined => facts.find(fact => isUnknown(fact))?.reason;

const leaked = ({container, path}: PlacedContainer): readonly Evidence[] => (valueOf(container.variables) ?? []).flatMap(({name, secret}, index) =>
	(secret === undefined ? [] : [seen(`${path}.environmentVariables[${index}]`, `${name}, a plain variable: told by ${secret}`)]));

const judgeVariables = ({containers}: ContainerGroup): Outcome => {
	if (isUnknown(containers)) {
		return unknownBecause(containers.reason);
	}

	const variables = containers.map(container => container.variables);
	return decide(placed(containers).flatMap(container => leaked(container)), reasonOf(variables), () => {
		const all = variables.flatMap(fact => valueOf(fact) ?? []);
		const plain = all.filter(({keeps}) => keeps === 'plain').length;
		return all.length === 0
			? notApplicable(seen(variablesPath, 'none'))
			: pass(seen(variablesPath, `${plain} plain, none looks like a secret; ${all.length - plain} kept safe`));
	});
};

const inCommand = ({container: {command, liveness, readiness}, path}: PlacedContainer): readonly Evidence[] => [
	{at: `${path}.command`, secret: valueOf(command)?.secret},
	{at: `${path}.livenessProbe.exec.command`, secret: valueOf(liveness)?.secret},
	{at: `${path}.readinessProbe.exec.command`, secret: valueOf(readiness)?.secret},
].flatMap(({at, secret}) => (secret === undefined ? [] : [seen(at, secret)]));

const judgeCommand = ({containers}: ContainerGroup): Outcome => {
	if (isUnknown(containers)) {
		return unknownBecause(containers.reason);
	}

	const facts = containers.flatMap(({command, liveness, readiness}) => [command, liveness, readiness]);
	return decide(placed(containers).flatMap(container => inCommand(container)), reasonOf(facts), () => {
		const commands = containers.filter(({command}) => command !== undefined).length;
		return commands === 0 && containers.every(({liveness, readiness}) => liveness === undefined && readiness === undefined)
			? notApplicable(seen(commandPath, undefined))
			: pass(seen(commandPath, `${commands} set, none holds what looks like a secret`));
	});
};

/**
Secrets that everybody with Reader sees.
*/
export const secretChecks: ReadonlyArray<Check<'containerGroup'>> = [
	{
		id: 'aci-secret-in-plain-env',
		kind: 'containerGroup',
		title: 'A plain environment variable looks like a secret',
		severity: 'high',
		why: 'Whoever has Reader gets the values of plain variables from the portal, from Resource Graph and from every export.',
		decidedBy: `name and value of ${variablesPath} that are not secure (Resource Graph); values are looked at where they are read, and not kept`,
		references: {mcsb: ['IM-8']},
		fix: group => ({
			command: recreateCommand(group, `--secure-environment-variables ${needed('VARIABLES', 'NAME=VALUE of what is secret')}`),
			effect: `${recreateEffect} Change the secret too: many may have read it.`,
		}),
		judge: judgeVariables,
	},
	{
		id: 'aci-secret-in-command',
		kind: 'containerGroup',
		title: 'A command holds what looks like a secret',
		severity: 'high',
		why: 'Commands stand in every answer that Reader gets, and in the logs of what creates the group.',
		decidedBy: `${commandPath}, those of containers that run first and of probes (Resource Graph)`,
		references: {mcsb: ['IM-8']},
		fix: group => ({
			command: recreateCommand(group, `--command-line ${needed('COMMAND', 'the command, naming a variable')} --secure-environment-variables ${needed('VARIABLES', 'NAME=VALUE of what is secret')}`),
			effect: `${recreateEffect} Change the secret too: many may have read it.`,
		}),
		judge: judgeCommand,
	},
];
