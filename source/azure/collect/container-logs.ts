import type {LogPart} from '../../model/log-line.js';
import {SourceError} from '../../model/source-error.js';
import {Branch} from '../read/branch.js';
import {readLogLines} from '../read/log-lines.js';
import {readDocument, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';

/**
Which logs are asked for: the last `tail` lines of one container of a group.
*/
export type LogQuestion = {
	/**
	The group's key.
	*/
	readonly key: string;
	readonly container: string;
	readonly tail: number;
	/**
	Codes of the lines that are known already, the last one last.
	*/
	readonly known: readonly number[];
};

/**
Reads the end of what a container wrote (Microsoft.ContainerInstance containers.listLogs, api-version 2023-05-01), for which Reader is enough. A
container that has not written yet has no lines. Rejects with `SourceError`, or with the signal's reason.
*/
export const collectContainerLogs = async (session: Session, reading: Reading, {key, container, tail, known}: LogQuestion): Promise<LogPart> => {
	const {subscriptionId, resourceGroup, names: {containergroups = ''}} = resourceParts(key);
	const client = await session.containerInstance(subscriptionId);
	const body = Branch.of(await readDocument(reading, async options => client.containers.listLogs(resourceGroup, containergroups, container, {...options, tail, timestamps: true})));
	const content = body.raw('content') ?? '';
	if (typeof content !== 'string' || !body.isPresent) {
		throw new SourceError({
			cause: 'malformed', reason: 'The answer holds no logs.', remedy: undefined, retryAt: undefined,
		});
	}

	return readLogLines(content, known, tail, reading.signal);
};
