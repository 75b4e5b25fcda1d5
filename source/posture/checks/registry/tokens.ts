import {isUnknown, unknown, type Fact} from '../../../model/known.js';
import type {RegistryScopeMap, RegistryToken} from '../../../model/registry-records.js';
import type {Registry} from '../../../model/registry.js';
import {severities, type Severity} from '../../../model/severity.js';
import type {
	Check,
	Evidence,
	JudgeContext,
	Outcome,
	RegistryFacts,
} from '../../check.js';
import {needed} from '../../commands.js';
import {
	fail,
	firstUnknown,
	notApplicable,
	pass,
	seen,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';
import {tokenEndOf, type TokenEnd} from '../../registry/token-end.js';
import {tokenScopeOf} from '../../registry/token-scope.js';
import {inRegistry} from './in-registry.js';

const notRead = unknown('not-asked', 'the tokens of this registry have not been read yet');

const mostNamed = 5;

const factsOf = ({key}: Registry, {registryRecords}: JudgeContext): Fact<RegistryFacts> => registryRecords?.get(key) ?? notRead;

/**
Tokens that can sign in, or of which nobody knows whether they can.
*/
const open = (tokens: readonly RegistryToken[]): readonly RegistryToken[] => tokens.filter(({status}) => status !== 'disabled');

const noTokens = notApplicable(seen('tokens', 'none'));

const allOff = (tokens: readonly RegistryToken[]): Outcome => pass(...tokens.slice(0, mostNamed).map(({name}) => seen(`tokens/${name}: properties.status`, 'disabled')));

/**
How bad an end is; absent for a credential that is in order.
*/
const severityOf: Readonly<Record<TokenEnd, Severity | undefined>> = {
	endless: 'medium', soon: 'low', far: 'low', over: 'info', kept: undefined,
};

const detailOf: Readonly<Partial<Record<Severity, string>>> = {
	low: 'No password is without end, but one ends within 14 days, or only in more than a year.',
	info: 'A password is over: whoever still uses it is refused.',
};

type Found = {readonly evidence: Evidence; readonly severity: Severity | undefined};

const endsOf = (token: RegistryToken, now: number): Fact<readonly Found[]> => {
	const {name, credentials} = token;
	return isUnknown(credentials)
		? credentials
		: credentials.map(credential => ({
			evidence: seen(`tokens/${name}: properties.credentials.${credential.kind}s[name=${credential.name}].expiry`, credential.expires?.slice(0, 10)),
			severity: severityOf[tokenEndOf(credential, now)],
		}));
};

const judgeEnds = (registry: Registry, context: JudgeContext): Outcome => {
	const facts = factsOf(registry, context);
	const tokens = isUnknown(facts) ? facts : facts.tokens;
	if (isUnknown(tokens)) {
		return unknownFact(tokens);
	}

	if (tokens.length === 0) {
		return noTokens;
	}

	const able = open(tokens);
	const ends = able.map(token => endsOf(token, context.now));
	const found = ends.flatMap(end => (isUnknown(end) ? [] : end));
	const worst = severities.find(severity => found.some(end => end.severity === severity));
	const gap = firstUnknown(...ends, ...able.map(({status}) => status));
	// What could not be read may be as bad as it gets, and no worse.
	if (gap !== undefined && worst !== severityOf.endless) {
		return unknownBecause(gap.reason);
	}

	if (worst === undefined) {
		return able.length === 0 ? allOff(tokens) : pass(...(found.length === 0 ? [seen('tokens[].properties.credentials', 'none')] : found.slice(0, mostNamed).map(({evidence}) => evidence)));
	}

	const bad = found.filter(({severity}) => severity === worst).slice(0, mostNamed);
	return fail(bad.map(({evidence}) => evidence), worst === severityOf.endless ? {} : {severity: worst, detail: detailOf[worst]!});
};

const mapOf = ({name, scopeMapKey}: RegistryToken, maps: readonly RegistryScopeMap[]): Fact<RegistryScopeMap> => (isUnknown(scopeMapKey)
	? scopeMapKey
	: maps.find(({key}) => key === scopeMapKey) ?? unknown('not-reported', `the scope map of token ${name} is not among those that could be read`));

const broadOf = (token: RegistryToken, maps: readonly RegistryScopeMap[]): Fact<readonly Evidence[]> => {
	const map = mapOf(token, maps);
	if (isUnknown(map)) {
		return map;
	}

	const {name, actions} = map;
	return isUnknown(actions) ? actions : tokenScopeOf(actions).broad.slice(0, 1).map(action => seen(`tokens/${token.name}: scopeMaps/${name}: properties.actions`, action));
};

const judgeScopes = (registry: Registry, context: JudgeContext): Outcome => {
	const facts = factsOf(registry, context);
	if (isUnknown(facts)) {
		return unknownFact(facts);
	}

	const {tokens, scopeMaps} = facts;
	if (isUnknown(tokens)) {
		return unknownFact(tokens);
	}

	if (tokens.length === 0) {
		return noTokens;
	}

	const able = open(tokens);
	if (able.length === 0) {
		return allOff(tokens);
	}

	if (isUnknown(scopeMaps)) {
		return unknownFact(scopeMaps);
	}

	const found = able.map(token => ({token, broad: broadOf(token, scopeMaps)}));
	// A token of which nobody knows whether it is on is no failure yet.
	const bad = found.flatMap(({token, broad}) => (isUnknown(broad) || isUnknown(token.status) ? [] : broad));
	if (bad.length > 0) {
		return fail(bad.slice(0, mostNamed), bad.length > mostNamed ? {detail: `${bad.length} tokens may write to every repository; the first ${mostNamed} are named.`} : {});
	}

	const gap = firstUnknown(...found.map(({broad}) => broad), ...able.map(({status}) => status));
	return gap === undefined ? pass(...able.slice(0, mostNamed).map(({name, scopeMapKey}) => seen(`tokens/${name}: properties.scopeMapId`, (scopeMapKey as string).split('/').at(-1)))) : unknownBecause(gap.reason);
};

const token = needed('TOKEN', 'name of the token, from the evidence');

/**
What is judged of repository-scoped tokens: ways in that Entra, its Conditional Access and its logs know nothing of.
*/
export const tokenChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-token-no-expiry',
		kind: 'registry',
		title: 'A token\'s password has no end, or is at it',
		severity: 'medium',
		why: 'A password without an end opens the registry until somebody remembers it, and no rule of Entra applies to it.',
		decidedBy: 'properties.status and properties.credentials of the registry\'s tokens (Microsoft.ContainerRegistry/registries/tokens)',
		references: {azurePolicy: ['ff05e24e-195c-447e-b322-5e90c9f9f366']},
		fix: registry => ({
			command: `az acr token credential generate ${inRegistry(registry)} --name ${token} --password1 --expiration-in-days 90`,
			effect: 'Makes a new password1 and ends the old one at once: whatever signs in with it fails until it has the new one. It is printed once.',
		}),
		judge: judgeEnds,
	},
	{
		id: 'acr-token-broad-scope',
		kind: 'registry',
		title: 'A token may write to every repository',
		severity: 'medium',
		why: 'Whoever holds it can put an image of their own under every name that the company runs.',
		decidedBy: 'properties.scopeMapId of the registry\'s tokens, and properties.actions of its scope maps (Microsoft.ContainerRegistry/registries/scopeMaps)',
		references: {},
		fix: registry => ({
			command: `az acr scope-map create ${inRegistry(registry)} --name ${needed('SCOPE_MAP', 'name of the new scope map')} --repository ${needed('REPOSITORY', 'the repository that it needs')} content/read content/write`
				+ ` && az acr token update ${inRegistry(registry)} --name ${token} --scope-map ${needed('SCOPE_MAP', 'name of the new scope map')}`,
			effect: 'The token keeps its password and from then on reaches that repository alone: pushes and pulls elsewhere are refused.',
		}),
		judge: judgeScopes,
	},
];
