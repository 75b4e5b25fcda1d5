import type {
	ContainerPort,
	ContainerProbe,
	ContainerSecurity,
	EnvironmentVariable,
	GroupContainer,
	VolumeMount,
} from '../../model/container-group.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Branch} from './branch.js';
import {readElements} from './elements.js';
import {imageHostOf} from './image-host.js';
import {intern} from './intern.js';
import {maskCommand} from './secret-command.js';
import {secretOfVariable} from './secret-variable.js';
import {maskSecretsIn} from './secrets.js';

const longestName = 256;

/**
A short text of a document with what looks like a secret in it masked.
*/
export const maskedFact = (branch: Branch, name: string): Fact<string | undefined> => {
	const fact = branch.raw(name);
	return typeof fact === 'string' ? intern(maskSecretsIn(fact)) : branch.text(name);
};

export const readPort = (branch: Branch): Fact<ContainerPort> => {
	const port = branch.number('port');
	if (isUnknown(port)) {
		return port;
	}

	return port === undefined ? unknown('malformed', 'a port has no number') : {port, protocol: intern((valueOf(branch.word('protocol')) ?? 'TCP').toUpperCase())};
};

/**
Its value is looked at here and nowhere else, and goes no further.
*/
const readVariable = (branch: Branch): Fact<EnvironmentVariable> => {
	const sent = branch.raw('name');
	if (typeof sent !== 'string') {
		return unknown('malformed', 'a variable has no name');
	}

	const shown = maskSecretsIn(sent.slice(0, longestName));
	const name = intern(sanitize(shown, longestName));
	if (branch.raw('secureValueReference') !== undefined) {
		return {name, keeps: 'vault'};
	}

	const value = branch.raw('value');
	if (value === undefined) {
		return {name, keeps: 'secure'};
	}

	// What is no text is none that Azure sends; its name decides.
	const secret = secretOfVariable(sent, typeof value === 'string' ? value : JSON.stringify(value));
	return secret === undefined ? {name, keeps: 'plain'} : {name, keeps: 'plain', secret};
};

const textsOf = (branch: Branch, name: string): Fact<readonly string[] | undefined> => branch.texts(name, element => (typeof element === 'string' ? element : undefined));

const readCommand = (branch: Branch): GroupContainer['command'] => {
	const words = textsOf(branch, 'command');
	return words === undefined || isUnknown(words) ? words : (words.length === 0 ? undefined : maskCommand(words));
};

const readMount = (branch: Branch): Fact<VolumeMount> => {
	const volume = branch.text('name');
	const path = maskedFact(branch, 'mountPath');
	return {volume: valueOf(volume) ?? '', path: valueOf(path) ?? '', isReadOnly: branch.raw('readOnly') === true};
};

const httpProbe = (get: Branch): ContainerProbe => {
	const scheme = valueOf(get.word('scheme')) ?? 'http';
	const port = valueOf(get.number('port'));
	return {asks: `${scheme.toLowerCase()} GET ${valueOf(maskedFact(get, 'path')) ?? '/'}${port === undefined ? '' : ` on ${port}`}`};
};

const readProbe = (container: Branch, name: string): Fact<ContainerProbe | undefined> => {
	const probe = container.child(name);
	const presence = probe.presence();
	if (presence !== true) {
		return presence === false ? undefined : presence;
	}

	const exec = probe.child('exec');
	if (!exec.isPresent) {
		return httpProbe(probe.child('httpGet'));
	}

	const words = textsOf(exec, 'command');
	if (isUnknown(words)) {
		return words;
	}

	const command = maskCommand(words ?? []);
	const asks = `runs ${command.words.join(' ')}`;
	return command.secret === undefined ? {asks} : {asks, secret: command.secret};
};

const readSecurity = (container: Branch): ContainerSecurity | undefined => {
	const context = container.child('securityContext');
	return context.presence() === false
		? undefined
		: {
			privileged: context.flag('privileged'),
			escalates: context.flag('allowPrivilegeEscalation'),
			runAsUser: context.number('runAsUser'),
			adds: context.child('capabilities').texts('add'),
		};
};

/**
Maps one container of a group, one that runs first included. Nothing of a variable's value is kept, and a command only with what looks like
a secret in it masked.
Source: Microsoft.ContainerInstance containerGroups `containers`, `initContainers`, api-version 2023-05-01.
*/
export const readContainer = (branch: Branch, isInit: boolean): GroupContainer => {
	const properties = branch.required('properties');
	const image = maskedFact(properties, 'image');
	const requests = properties.child('resources').child('requests');
	const host = typeof image === 'string' ? imageHostOf(image) : undefined;
	return {
		name: valueOf(branch.text('name', longestName)) ?? '',
		isInit,
		image,
		host,
		command: readCommand(properties),
		variables: readElements(properties, 'environmentVariables', readVariable),
		ports: readElements(properties, 'ports', readPort),
		cpu: requests.number('cpu'),
		memory: requests.number('memoryInGB'),
		gpus: requests.child('gpu').number('count'),
		mounts: readElements(properties, 'volumeMounts', readMount),
		liveness: readProbe(properties, 'livenessProbe'),
		readiness: readProbe(properties, 'readinessProbe'),
		security: readSecurity(properties),
	};
};
