import {company} from '../fleet/estate.js';
import type {RegistrySpec} from '../fleet/registry-spec.js';
import {hash} from '../random.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';
import {registryId} from './ids.js';

/**
How a token is kept: `endless` has a password without end, `ending` one that ends in nine days, `old` one that is over, `off` is switched
off, `wide` writes everywhere by a scope map of its own, `plain` is in order, `unused` has no password at all.
*/
type Care = 'endless' | 'ending' | 'old' | 'off' | 'wide' | 'plain' | 'unused';

const weak: readonly Care[] = ['endless', 'ending', 'old', 'off', 'wide'];

const careOf = (registry: RegistrySpec, index: number): Care => (registry.weakTokens ? weak[index] : undefined) ?? (index % 11 === 10 ? 'unused' : 'plain');

const names: Readonly<Record<Care, string>> = {
	endless: 'ci-legacy', ending: 'store-till', old: 'supplier-2024', off: 'pilot', wide: 'mirror-all', plain: 'edge', unused: 'spare',
};

const systemMaps: ReadonlyArray<readonly [name: string, description: string, actions: readonly string[]]> = [
	['_repositories_admin', 'Can perform all read, write and delete operations on the registry', ['repositories/*/metadata/read', 'repositories/*/metadata/write', 'repositories/*/content/read', 'repositories/*/content/write', 'repositories/*/content/delete']],
	['_repositories_pull', 'Can pull any repository of the registry', ['repositories/*/content/read']],
	['_repositories_pull_metadata_read', 'Can perform all read operations on the registry', ['repositories/*/content/read', 'repositories/*/metadata/read']],
	['_repositories_push', 'Can push to any repository of the registry', ['repositories/*/content/read', 'repositories/*/content/write']],
	['_repositories_push_metadata_write', 'Can perform all read and write operations on the registry', ['repositories/*/metadata/read', 'repositories/*/metadata/write', 'repositories/*/content/read', 'repositories/*/content/write']],
];

const below = (registry: RegistrySpec, type: 'tokens' | 'scopeMaps', name: string, properties: Json, context: DocumentContext): Json => {
	const created = isoTime(context.base - days(registry.ageDays));
	const author = `platform-pipeline@${company.domain}`;
	return {
		type: `Microsoft.ContainerRegistry/registries/${type}`,
		id: `${registryId(registry)}/${type}/${name}`,
		name,
		systemData: {
			createdBy: author, createdByType: 'User', createdAt: created, lastModifiedBy: author, lastModifiedByType: 'User', lastModifiedAt: created,
		},
		properties: {...properties, creationDate: created, provisioningState: 'Succeeded'},
	};
};

const mapOf = (registry: RegistrySpec, care: Care): string => {
	switch (care) {
		case 'endless': {
			return '_repositories_push';
		}

		case 'wide': {
			return 'mirror-everything';
		}

		case 'ending':
		case 'old':
		case 'off':
		case 'plain':
		case 'unused': {
			return `${registry.team}-pull`;
		}
	}
};

const endsIn = (registry: RegistrySpec, care: Care, index: number, seed: number): number | undefined => {
	switch (care) {
		case 'endless':
		case 'off': {
			return undefined;
		}

		case 'ending': {
			return 9;
		}

		case 'old': {
			return -40;
		}

		case 'wide':
		case 'plain':
		case 'unused': {
			return 40 + (hash(seed, `token ${registry.name} ${index}`) % 300);
		}
	}
};

/**
The tokens of a registry as Azure lists them: passwords without their values.
*/
export const tokenDocuments = (registry: RegistrySpec, context: DocumentContext): readonly Json[] => Array.from({length: registry.tokens}, (_, index) => {
	const care = careOf(registry, index);
	const end = endsIn(registry, care, index, context.seed);
	const password = {
		creationTime: isoTime(context.base - days(Math.min(registry.ageDays, 60))), ...(end !== undefined && {expiry: isoTime(context.base + days(end))}), name: 'password1',
	};
	return below(registry, 'tokens', care === 'plain' || care === 'unused' ? `${names[care]}-${String(index + 1).padStart(2, '0')}` : names[care], {
		scopeMapId: `${registryId(registry)}/scopeMaps/${mapOf(registry, care)}`,
		credentials: {certificates: [], passwords: care === 'unused' ? [] : [password]},
		status: care === 'off' ? 'disabled' : 'enabled',
	}, context);
});

/**
The five scope maps that Azure makes, and those of the team.
*/
export const scopeMapDocuments = (registry: RegistrySpec, context: DocumentContext): readonly Json[] => [
	...systemMaps.map(([name, description, actions]) => below(registry, 'scopeMaps', name, {description, type: 'SystemDefined', actions}, context)),
	...(registry.tokens > 0 ? [below(registry, 'scopeMaps', `${registry.team}-pull`, {type: 'UserDefined', actions: [`repositories/${registry.team}/*/content/read`, `repositories/${registry.team}/*/metadata/read`]}, context)] : []),
	...(registry.weakTokens ? [below(registry, 'scopeMaps', 'mirror-everything', {type: 'UserDefined', actions: ['repositories/*/content/read', 'repositories/*/content/write']}, context)] : []),
];
