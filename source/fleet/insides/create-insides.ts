import type {Collected} from '../../azure/collectors.js';
import type {VaultKey} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {DataDisk} from '../../model/data-disk.js';
import {valueOf, type Fact} from '../../model/known.js';
import type {NetworkResource} from '../../model/network-resource.js';
import type {SourceErrorDetail} from '../../model/source-error.js';
import type {InsideParts} from '../inside-parts.js';
import {createInsideContext, type InsideContext} from './inside-context.js';
import {createInsideLists, type InsideLists} from './inside-lists.js';
import {createLooks} from './create-looks.js';
import type {Looks, LooksOptions} from './looks.js';
import {createNames, type NamesOptions} from './names.js';

/**
What of the fleet is looked into, and what surrounds it.
*/
export type InsidesInput = {
	readonly clusters: readonly Cluster[];
	readonly network: readonly NetworkResource[];
	readonly dataDisks: Collected<DataDisk> | undefined;
	readonly dataDiskError: SourceErrorDetail | undefined;
	readonly vaultKeys: ReadonlyMap<string, Fact<readonly VaultKey[]>>;
};

export type InsidesDerived = {readonly parts: InsideParts; readonly context: Partial<InsideContext>};

export type Insides = Omit<Looks, 'getState' | 'advance'> & {
	/**
	What looks have found so far, for the snapshot and for checks; begins those that are due.
	*/
	readonly derive: (input: InsidesInput) => InsidesDerived;
};

const wantedNames = function * ({services}: InsideLists): Generator<string> {
	for (const {type, externalName} of services) {
		const name = valueOf(type) === 'ExternalName' ? valueOf(externalName) : undefined;
		if (name !== undefined) {
			yield name;
		}
	}
};

/**
Puts together what looks into clusters and what is made of it.
*/
export const createInsides = (options: LooksOptions & Pick<NamesOptions, 'resolve'>): Insides => {
	const looks = createLooks(options);
	const names = createNames(options);
	const listsOf = createInsideLists();
	const contextOf = createInsideContext();
	let lists: InsideLists | undefined;
	return {
		...looks,
		derive({clusters, network, dataDisks, dataDiskError, vaultKeys}) {
			looks.advance(clusters);
			const {insides, records, asked} = looks.getState();
			const next = listsOf({
				clusters, insides, network, names: names.states(),
			});
			if (next !== lists) {
				lists = next;
				names.want(wantedNames(next));
			}

			const {nodes, services, exposures} = next;
			return {
				parts: {
					insides, clusterRecords: records, nodes, services, exposures, insideAsked: asked,
				},
				context: contextOf({
					clusters, insides, records, exposures, names: names.states(), dataDisks, dataDiskError, vaultKeys,
				}),
			};
		},
		stop() {
			looks.stop();
			names.stop();
		},
	};
};
