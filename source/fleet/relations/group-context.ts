import type {Collected} from '../../azure/collectors.js';
import {unknown, type Fact} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';
import type {JudgeContext, RegistryFace} from '../../posture/check.js';
import {isSameJson, reuseMap} from '../reuse.js';
import {createMemo} from './memo.js';

const notRead = unknown('not-asked', 'Registries have not been read yet.');

const facesOf = (registries: readonly Registry[]): ReadonlyMap<string, RegistryFace> => new Map(registries.flatMap(({adminUser, key, loginServer, name}) =>
	(typeof loginServer === 'string' ? [[loginServer.toLowerCase(), {adminUser, key, name}] as const] : [])));

const lookup = (isRead: boolean, faces: ReadonlyMap<string, RegistryFace>): NonNullable<JudgeContext['registriesByServer']> => ({
	get(server): Fact<RegistryFace> {
		return faces.get(server) ?? (isRead ? unknown('not-reported', `no registry among those that could be read is ${server}`) : notRead);
	},
});

/**
Makes the function that gives checks of container groups what they look at beside the group; the same lookups while they say the same.
*/
export const createGroupContext = (): ((registries: Collected<Registry> | undefined, groupStates: NonNullable<JudgeContext['groupStates']>) => Pick<JudgeContext, 'groupStates' | 'registriesByServer'>) => {
	const keepFaces = createMemo(facesOf);
	const keepLookup = createMemo(lookup);
	let faces: ReadonlyMap<string, RegistryFace> = new Map();
	return (registries, groupStates) => {
		faces = reuseMap(faces, keepFaces(registries?.items ?? []), isSameJson);
		return {groupStates, registriesByServer: keepLookup(registries !== undefined, faces)};
	};
};
