import {X509Certificate} from 'node:crypto';
import path from 'node:path';
import * as z from 'zod/mini';
import {UsageError} from '../../model/usage-error.js';
import {nearest} from '../../terminal/nearest.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Cloud} from '../cloud.js';
import {jsonErrorPosition} from './json-error-position.js';

const urlProblem = (url: URL | undefined): string | undefined => {
	if (url === undefined) {
		return 'is not an https address';
	}

	if (url.protocol !== 'https:') {
		return `begins with ${sanitize(url.protocol, 20)}//; tokens are sent over https only`;
	}

	return [url.username, url.password, url.search, url.hash].every(part => part === '') ? undefined : 'may hold no user, query or fragment';
};

const withoutSlash = (address: string): string => (address.endsWith('/') ? address.slice(0, -1) : address);

const httpsUrl = z.pipe(
	z.string({error: issue => (issue.input === undefined ? 'is missing; give an https address' : 'is not an https address')}),
	z.transform((input, context) => {
		const url = URL.parse(input) ?? undefined;
		const problem = urlProblem(url);
		if (url === undefined || problem !== undefined) {
			context.issues.push({code: 'custom', message: problem!, input});
			return z.NEVER;
		}

		return withoutSlash(`${url.origin}${url.pathname}`);
	}),
);

const text = z.string({error: 'is not a text'}).check(z.minLength(1, 'is empty'));

const audiencesSchema = z.strictObject(
	{resourceManager: z.optional(text)},
	{error: issue => (issue.code === 'invalid_type' ? 'is not an object' : undefined)},
);

const profileSchema = z.strictObject({
	name: z.optional(text),
	resourceManager: httpsUrl,
	authorityHost: httpsUrl,
	audiences: z.optional(audiencesSchema),
	portal: z.optional(httpsUrl),
	microsoftGraph: z.optional(httpsUrl),
	disableInstanceDiscovery: z.optional(z.boolean({error: 'is neither true nor false'})),
	certificateAuthority: z.optional(text),
});

const members = Object.keys(profileSchema.def.shape);

const sentence = (file: string, issue: z.core.$ZodIssue): string => {
	if (issue.code === 'unrecognized_keys') {
		const [key = ''] = issue.keys;
		const known = issue.path.length === 0 ? members : ['resourceManager'];
		const meant = nearest(key, known);
		return `${file}: "${sanitize(key, 60)}" is not a member of a cloud profile; there are ${known.join(', ')}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
	}

	return issue.path.length === 0
		? `${file}: a cloud profile is a JSON object with ${members.join(', ')}.`
		: `${file}: ${issue.path.join('.')} ${issue.message}.`;
};

const parseJson = (json: string, file: string): unknown => {
	try {
		// A byte order mark is what some Windows editors begin a file with.
		return JSON.parse(json.replace(/^\u{FEFF}/v, ''));
	} catch (error) {
		const {line, column} = jsonErrorPosition(json.replace(/^\u{FEFF}/v, ''));
		throw new UsageError(`${file}:${line}:${column}: this is not JSON; a cloud profile is a JSON object with ${members.join(', ')}.`, {cause: error});
	}
};

const readCertificates = (given: string, file: string, profilePath: string, readFile: (path: string) => string): string => {
	let pem = given;
	let place = `${file}: certificateAuthority`;
	if (!given.includes('-----BEGIN')) {
		const certificatePath = path.resolve(path.dirname(profilePath), given);
		place = `${file}: certificateAuthority ${sanitize(certificatePath)}`;
		try {
			pem = readFile(certificatePath);
		} catch (error) {
			const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
			throw new UsageError(`${place} ${isAbsent ? 'does not exist' : 'cannot be read'}.`, {cause: error});
		}
	}

	const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^\-]+-----END CERTIFICATE-----/gv) ?? [];
	try {
		for (const certificate of certificates) {
			// eslint-disable-next-line no-new
			new X509Certificate(certificate);
		}
	} catch (error) {
		throw new UsageError(`${place} holds a certificate that cannot be read.`, {cause: error});
	}

	if (certificates.length === 0) {
		throw new UsageError(`${place} is not a PEM certificate (-----BEGIN CERTIFICATE-----).`);
	}

	// Only the certificates: a key that lies in the same file is none of our business.
	return certificates.join('\n') + '\n';
};

/**
Reads a cloud profile.

@param json The text of the file.
@param profilePath Where it is: for the sentences, and because a certificate's path is relative to it.
@param readFile Throws as `fs.readFileSync` does.
@throws UsageError with all that is wrong, one sentence each.
*/
export const readProfile = (json: string, profilePath: string, readFile: (path: string) => string): Cloud => {
	const file = sanitize(profilePath);
	const result = profileSchema.safeParse(parseJson(json, file));
	if (!result.success) {
		throw new UsageError(result.error.issues.map(issue => sentence(file, issue)));
	}

	const profile = result.data;
	return {
		name: sanitize(profile.name ?? path.basename(profilePath).replace(/\.json$/iv, ''), 60),
		resourceManager: profile.resourceManager,
		authorityHost: profile.authorityHost,
		audiences: {resourceManager: withoutSlash(profile.audiences?.resourceManager ?? profile.resourceManager)},
		portal: profile.portal ?? 'https://portal.azure.com',
		microsoftGraph: profile.microsoftGraph,
		disableInstanceDiscovery: profile.disableInstanceDiscovery ?? false,
		certificateAuthority: profile.certificateAuthority === undefined
			? undefined
			: readCertificates(profile.certificateAuthority, file, profilePath, readFile),
	};
};
