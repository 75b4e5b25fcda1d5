import {Resolver} from 'node:dns/promises';
import type {NameState} from '../model/exposure.js';
import {SourceError} from '../model/source-error.js';

/**
Names that are answered inside somebody's network only: that they are not known here says nothing.
Sources: RFC 6762 (.local), RFC 8375 (home.arpa), the .internal reservation of 2024; zones of Azure's private endpoints.
*/
const inner = /(?:^|\.)(?:local|localhost|internal|lan|corp|home|intra|intranet|private|home\.arpa)\.?$|(?:^|\.)privatelink\./iv;

const withoutDot = /^[^.]+\.?$/v;

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

const cannotTell = (name: string, cause?: unknown): SourceError => new SourceError({
	cause: 'unreachable', reason: `${name} could not be looked up from here.`, remedy: undefined, retryAt: undefined,
}, {cause});

/**
Asks the name service of this machine whether a name exists: one with addresses, or with anything else, does; one that is not known (NXDOMAIN, also
behind an alias) is gone.

Rejects with `SourceError` where nothing can be said: no answer, a refusal, or a name that only an inner network answers.
*/
export const resolveName = async (signal: AbortSignal, name: string, resolver = new Resolver({timeout: 2000, tries: 2})): Promise<NameState> => {
	if (inner.test(name) || withoutDot.test(name)) {
		throw cannotTell(name);
	}

	const cancel = (): void => {
		resolver.cancel();
	};

	signal.throwIfAborted();
	signal.addEventListener('abort', cancel, {once: true});
	try {
		await resolver.resolve4(name);
		return 'found';
	} catch (error) {
		if (isCode(error, 'ENOTFOUND')) {
			return 'gone';
		}

		// The name is there, without an address of this family.
		if (isCode(error, 'ENODATA')) {
			return 'found';
		}

		throw cannotTell(name, error);
	} finally {
		signal.removeEventListener('abort', cancel);
	}
};
