import type {DemoSecret, Person} from '../fleet/people.js';
import {days, type Json} from './context.js';

const iso = (time: number): string => new Date(time).toISOString();

/**
A member of the directory (Microsoft Graph v1.0, `user`, `group`, `servicePrincipal`).
*/
export const personDocument = (person: Person, tenantId: string): Json => {
	const {id, name} = person;
	const common = {id, deletedDateTime: null, displayName: name};
	switch (person.kind) {
		case 'user': {
			const {signInName, isGuest, isEnabled} = person;
			return {
				'@odata.type': '#microsoft.graph.user', ...common, accountEnabled: isEnabled, userPrincipalName: signInName, userType: isGuest ? 'Guest' : 'Member',
			};
		}

		case 'group': {
			return {'@odata.type': '#microsoft.graph.group', ...common, securityEnabled: true};
		}

		case 'application':
		case 'managedIdentity': {
			const isManaged = person.kind === 'managedIdentity';
			return {
				'@odata.type': '#microsoft.graph.servicePrincipal', ...common, accountEnabled: true, appId: person.appId, servicePrincipalType: isManaged ? 'ManagedIdentity' : 'Application', appOwnerOrganizationId: isManaged ? null : tenantId,
			};
		}
	}
};

/**
When the secrets of an application end (Microsoft Graph v1.0, `passwordCredential`): Graph never tells a secret again.
*/
export const secretDocuments = (secrets: readonly DemoSecret[], base: number): readonly Json[] => secrets.map(({from, until}) => ({
	customKeyIdentifier: null, displayName: 'pipeline', hint: 'abc', secretText: null, startDateTime: iso(base + days(from)), endDateTime: iso(base + days(until)),
}));
