import {isUnknown} from '../../../model/known.js';
import type {JudgedSubscription} from '../../../model/judged-subscription.js';
import type {DirectorySummary, SubscriptionAccess} from '../../access/summaries.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';
import {shellQuote} from '../../shell-quote.js';
import {heldEvidence} from '../held-evidence.js';

const assignments = 'role assignments (Microsoft.Authorization/roleAssignments, Resource Graph) at the subscription, above and below it';

const mostOwners = 3;

const list = ({subscriptionId}: JudgedSubscription, more: string): string => `az role assignment list --subscription ${shellQuote(subscriptionId)} --include-inherited --output table ${more}`;

const listFix = (more: string, effect: string): Check<'subscription'>['fix'] => subscription => ({command: list(subscription, more), effect});

/**
Judges what is known of rights; nothing is found while something that could be it was not read.
*/
const withAccess = (judge: (access: SubscriptionAccess) => Outcome) => ({subscriptionId}: JudgedSubscription, context: JudgeContext): Outcome => {
	const access = context.subscriptionAccess?.get(subscriptionId);
	return access === undefined ? unknownBecause('role assignments have not been read') : judge(access);
};

const unlessGaps = ({gaps}: SubscriptionAccess, otherwise: Outcome): Outcome => (gaps.length === 0 ? otherwise : unknownBecause(gaps.join('; ')));

/**
The same for what Microsoft Graph tells.
*/
const withDirectory = (judge: (directory: DirectorySummary, access: SubscriptionAccess) => Outcome) => withAccess(access => (isUnknown(access.directory) ? unknownFact(access.directory) : judge(access.directory, access)));

const judgeOwners = withAccess(access => {
	const {owners, closedGroups} = access;
	if (owners.total > mostOwners) {
		return fail(heldEvidence(owners), {detail: `${owners.total} own the subscription.`});
	}

	if (closedGroups.total > 0) {
		return unknownBecause(`who is in ${closedGroups.first.join(', ')}, which owns the subscription, is not known: names need --graph`);
	}

	if (access.gaps.length > 0) {
		return unknownBecause(access.gaps.join('; '));
	}

	return owners.total === 1
		? fail(heldEvidence(owners), {severity: 'low', detail: 'A single owner: nobody can help when that account is lost.'})
		: pass(seen('owners of the subscription', owners.total));
});

const judgeWide = withAccess(access => (access.wide.total > 0
	? fail(heldEvidence(access.wide))
	: unlessGaps(access, pass(seen('container roles over the whole subscription', 'none')))));

const judgeGranters = withAccess(access => (access.granters.total > 0
	? fail(heldEvidence(access.granters, ({role}) => `${role} without a condition`))
	: unlessGaps(access, pass(seen('roles that give roles, without a condition', 'none')))));

const judgeWildcards = withAccess(access => {
	const {wildcards, customRoles, lostRoles} = access;
	if (wildcards.total > 0) {
		const evidence = wildcards.first.map(({name, role, scope, pattern}) => ({path: `role ${role} of ${name} at ${scope}`, value: pattern}));
		return wildcards.first.some(({isWide}) => isWide) ? fail(evidence, {severity: 'critical'}) : fail(evidence);
	}

	return lostRoles.total > 0 ? unknownBecause(`what ${lostRoles.total === 1 ? 'a role' : `${lostRoles.total} roles`} that somebody holds here lets do could not be read: ${lostRoles.first.join(', ')}`) : unlessGaps(access, customRoles === 0 ? notApplicable(seen('custom roles that somebody holds', 'none')) : pass(seen('custom roles that somebody holds', `${customRoles}, none with a wildcard for containers`)));
});

const judgeGone = withDirectory(({gone, untold}, access) => {
	if (gone.total > 0) {
		return fail(heldEvidence(gone));
	}

	return untold.total > 0 ? unknownBecause(`${untold.total} holders were not looked up yet`) : unlessGaps(access, pass(seen('holders that the directory does not know', 'none')));
});

const judgeGuests = withDirectory(({guests, harmlessGuests, untold}, access) => {
	if (guests.total > 0) {
		return fail(heldEvidence(guests));
	}

	if (untold.total > 0) {
		return unknownBecause(`of ${untold.total} holders Microsoft Graph does not tell whether they are guests: ${untold.first.join(', ')}`);
	}

	return harmlessGuests.total > 0 ? fail(heldEvidence(harmlessGuests), {severity: 'info'}) : unlessGaps(access, pass(seen('guests that hold roles', 'none')));
});

const judgeBlocked = withDirectory(({blocked, untold}, access) => {
	if (blocked.total > 0) {
		return fail(heldEvidence(blocked));
	}

	return untold.total > 0 ? unknownBecause(`of ${untold.total} holders Microsoft Graph does not tell whether they are disabled: ${untold.first.join(', ')}`) : unlessGaps(access, pass(seen('disabled accounts that may change anything', 'none')));
});

const problemWords = {long: 'a secret that is good for more than a year, or has no end', ended: 'a secret that has ended', ends: 'a secret that ends within 30 days'} as const;

const judgeSecrets = withDirectory(({secrets, secretsUntold, withPassword}, access) => {
	if (secrets.total > 0) {
		const evidence = secrets.first.map(({name, role, problem, endsAt}) => ({path: `passwordCredentials of ${name} (${role})`, value: `${problemWords[problem]}${endsAt === undefined ? '' : `: ${new Date(endsAt).toISOString().slice(0, 10)}`}`}));
		return secrets.first.some(({problem}) => problem === 'long') ? fail(evidence) : fail(evidence, {severity: 'medium'});
	}

	return secretsUntold.total > 0 ? unknownBecause(`when the credentials of ${secretsUntold.first.join(', ')} end could not be read`) : unlessGaps(access, withPassword === 0 ? notApplicable(seen('service principals with a secret', 'none')) : pass(seen('service principals with a secret', `${withPassword}, each for a year at most and for 30 more days`)));
});

const check = (id: string, judge: Check<'subscription'>['judge'], more: Pick<Check<'subscription'>, 'decidedBy' | 'fix' | 'references' | 'severity' | 'title' | 'why'>): Check<'subscription'> => ({
	id, kind: 'subscription', judge, ...more,
});

/**
Who may do what over a subscription. An assignment is no resource of its own here: who reads its subscription's page finds all of them.
*/
export const rightsChecks: ReadonlyArray<Check<'subscription'>> = [
	check('rbac-owners-over-3', judgeOwners, {
		title: 'More than three owners of the subscription',
		severity: 'high',
		why: 'Whoever takes over one owner\'s account controls everything.',
		decidedBy: `role Owner in ${assignments}; groups by their members where Microsoft Graph may be read`,
		references: {azurePolicy: ['4f11b553-d42e-4e3a-89be-32ca364cad4c', '09024ccc-0c5f-475e-9457-b7c0d9ed487b'], mcsb: ['PA-1']},
		fix: listFix('--role Owner', 'Lists the owners and changes nothing: make all but two or three eligible by PIM instead.'),
	}),
	check('rbac-privileged-at-subscription-scope', judgeWide, {
		title: 'Container roles are held over the whole subscription',
		severity: 'medium',
		why: 'Such a role covers every cluster and registry that is still to come.',
		decidedBy: `roles that change containers in ${assignments}`,
		references: {mcsb: ['PA-7']},
		fix: listFix('--scope /subscriptions', 'Lists the assignments and changes nothing: give the role again on the resource or its group, then delete this one.'),
	}),
	check('rbac-user-access-administrator', judgeGranters, {
		title: 'Somebody may give any role, without a condition',
		severity: 'high',
		why: 'It can make itself Owner.',
		decidedBy: `roles User Access Administrator and Role Based Access Control Administrator without \`condition\` in ${assignments}`,
		references: {},
		fix: listFix('--query "[?contains(roleDefinitionName, \'Administrator\')]"', 'Lists the assignments and changes nothing: give Role Based Access Control Administrator with a condition, by PIM, instead.'),
	}),
	check('rbac-custom-wildcard-role', judgeWildcards, {
		title: 'A custom role allows everything on containers',
		severity: 'high',
		why: 'It is an owner that no review of owners finds.',
		decidedBy: '`properties.permissions[].actions` and `dataActions` of custom roles that somebody holds (Microsoft.Authorization/roleDefinitions)',
		references: {azurePolicy: ['a451c1ef-c6ca-483d-87ed-f49761e3ffb5'], mcsb: ['PA-7']},
		fix: ({subscriptionId}) => ({command: `az role definition list --subscription ${shellQuote(subscriptionId)} --custom-role-only true --output json`, effect: 'Lists the custom roles and changes nothing: name the actions that are needed in place of the wildcard.'}),
	}),
	check('rbac-orphaned-principal', judgeGone, {
		title: 'A role is held by somebody who was deleted',
		severity: 'medium',
		why: 'It counts in every review and hides those that are real.',
		decidedBy: '`principalId` of role assignments, and what Microsoft Graph gives back of `directoryObjects/getByIds`',
		references: {},
		fix: listFix('--query "[?principalName==\'\']"', 'Lists assignments without a name and changes nothing: az role assignment delete --ids takes one away.'),
	}),
	check('rbac-guest-privileged', judgeGuests, {
		title: 'A guest may change something',
		severity: 'high',
		why: 'Guests leave their own organisation without anybody here hearing of it.',
		decidedBy: '`userType` and `userPrincipalName` of Microsoft Graph, for holders of role assignments',
		references: {azurePolicy: ['339353f6-2387-4a45-abe4-7f529d121046', '94e1c2ac-cbbe-4cac-a2b5-389c812dee87', 'e9ac8f8e-ce22-4355-8f04-99b911d6be52'], mcsb: ['PA-1', 'PA-4']},
		fix: listFix('--query "[?contains(principalName, \'#EXT#\')]"', 'Lists what guests hold and changes nothing: remove it, or make it eligible by PIM with an access review.'),
	}),
	check('rbac-blocked-account', judgeBlocked, {
		title: 'A disabled account still holds a role',
		severity: 'high',
		why: 'Whoever enables it again gets all its power back.',
		decidedBy: '`accountEnabled` of Microsoft Graph, for holders of role assignments',
		references: {azurePolicy: ['0cfea604-3201-4e14-88fc-fae4c427a6c5', '8d7e1fde-fe26-4b5f-8108-f8e432cbc2be'], mcsb: ['PA-1', 'PA-4']},
		fix: listFix('--all', 'Lists every assignment and changes nothing: az role assignment delete --ids takes those of the disabled account away.'),
	}),
	check('rbac-sp-secret-expiry', judgeSecrets, {
		title: 'A service principal\'s secret is long-lived, over or about to end',
		severity: 'high',
		why: 'A forgotten secret in a pipeline is a standing key, and its end breaks pulls.',
		decidedBy: '`passwordCredentials[].startDateTime` and `endDateTime` of Microsoft Graph, for service principals with a role on containers',
		references: {mcsb: ['IM-3']},
		fix: listFix('--query "[?principalType==\'ServicePrincipal\']"', 'Lists what service principals hold and changes nothing: az ad sp credential reset --years 1 makes a new secret, a federated credential needs none.'),
	}),
];
