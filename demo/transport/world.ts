import type {DocumentContext, Json} from '../documents/context.js';
import {hostDocument, patchDocument} from '../documents/host-document.js';
import {hostSpecs} from '../fleet/hosts.js';
import {apiServerHost} from '../documents/api-server-host.js';
import {clusterId, containerGroupId, registryId} from '../documents/ids.js';
import type {DemoSubscription} from '../fleet/estate.js';
import {policyDocumentsOf} from '../fleet/exemptions.js';
import {
	compareUnits,
	findingUnits,
	singleUnit,
	type FindingUnit,
} from '../fleet/finding-units.js';
import {kubeletId} from '../documents/key-documents.js';
import {guidOf} from '../random.js';
import {groupIdentities} from '../fleet/group-rights.js';
import {peopleOf, type Person} from '../fleet/people.js';
import {rightsOf, type Rights} from '../fleet/rights.js';
import {keyringOf, type Keyring} from '../fleet/keyring.js';
import type {Fleet, Sequence} from '../fleet/fleet.js';
import type {Stage} from '../stage.js';
import {createGroupShelf, type GroupShelf} from './group-rows.js';
import {createTextShelf, type TextShelf} from './kubernetes/text-shelf.js';
import {createPageCache, type PageCache} from './page-cache.js';
import {createRowCache, type RowCache} from './row-cache.js';
import {createRunCommandBook, type RunCommandBook} from './run-commands.js';

/**
Whether a subscription, by its id in small letters, is among those that are asked for.
*/
export type InScope = (subscriptionId: string) => boolean;

/**
One kind of resource: where each stands by its id.
*/
export type Shelf = {
	/**
	Indexes of what lies in the subscriptions that are in scope, in order of ids.
	*/
	readonly within: (inScope: InScope) => readonly number[];
	/**
	By id in small letters.
	*/
	readonly find: (key: string) => number | undefined;
};

/**
The fleet at the moment of one request, with what is looked up in it again and again.
*/
export type World = {
	readonly context: DocumentContext;
	readonly subscriptions: readonly DemoSubscription[];
	readonly subscription: (id: string) => DemoSubscription | undefined;
	readonly stage: Stage;
	readonly clusterShelf: Shelf;
	readonly registryShelf: Shelf;
	readonly groupShelf: Shelf;
	/**
	The container groups, which the story does not change: what their containers do follows from the time.
	*/
	readonly containerGroups: Fleet['containerGroups'];
	/**
	Machines of the company's own, each with what was found on it.
	*/
	readonly hosts: readonly Json[];
	/**
	Keys and rights, which do not change as the story goes on.
	*/
	readonly keyring: Keyring;
	/**
	What Azure Policy was told to leave out.
	*/
	readonly policies: readonly Json[];
	/**
	Who may do what, beside the identities of clusters.
	*/
	readonly rights: Rights;
	/**
	The company's directory, identities of clusters included.
	*/
	readonly people: readonly Person[];
	readonly person: (id: string) => Person | undefined;
	/**
	What stands in node resource groups.
	*/
	readonly groups: Promise<GroupShelf>;
	readonly texts: RowCache;
	readonly pages: PageCache;
	readonly commands: RunCommandBook;
	/**
	Lists of clusters' own APIs.
	*/
	readonly lists: TextShelf;
	/**
	The cluster whose API server has this name.
	*/
	readonly clusterByHost: (host: string) => number | undefined;
	/**
	The registry whose login server has this name.
	*/
	readonly registryByHost: (host: string) => number | undefined;
	/**
	In order of ids.
	*/
	readonly units: readonly FindingUnit[];
	/**
	Those on one resource, by its id in small letters.
	*/
	readonly unitsOf: (subjectId: string) => readonly FindingUnit[];
};

type InSubscription = {readonly subscription: {readonly id: string}};

const createShelf = <Spec extends InSubscription>(sequence: Sequence<Spec>, idOf: (spec: Spec) => string): Shelf => {
	const specs = Array.from({length: sequence.length}, (_, index) => sequence.at(index));
	const keys = specs.map(spec => idOf(spec).toLowerCase());
	const subscriptionIds = specs.map(({subscription}) => subscription.id);
	const byKey = new Map(keys.map((key, index) => [key, index]));
	const order = keys.map((_, index) => index).toSorted((first, second) => (keys[first]! < keys[second]! ? -1 : 1));
	return {
		within: inScope => order.filter(index => inScope(subscriptionIds[index]!)),
		find: key => byKey.get(key),
	};
};

const once = <T>(make: () => T): (() => T) => {
	let made: {readonly value: T} | undefined;
	return () => {
		made ??= {value: make()};
		return made.value;
	};
};

const identitiesOf = ({clusters, context: {seed}}: Fleet): readonly Person[] => Array.from({length: clusters.length}, (_, index) => {
	const {name} = clusters.at(index);
	return {
		kind: 'managedIdentity', id: kubeletId(name, seed), name: `${name}-agentpool`, appId: guidOf(seed, `kubelet application ${name}`),
	};
});

/**
More clusters than that make a fleet for measuring.
*/
const ordinaryClusters = 50;

/**
The world of each stage. Ids do not change as the story goes on, so the shelves are built once, each on first use.
*/
export const createWorlds = (fleet: Fleet): ((stage: Stage) => World) => {
	const clusters = once(() => createShelf(fleet.clusters, clusterId));
	const registries = once(() => createShelf(fleet.registries, registryId));
	const groupShelf = once(() => createShelf(fleet.containerGroups, containerGroupId));
	const keyring = once(() => keyringOf(fleet.clusters, fleet.registries, fleet.context));
	const machines = once(() => hostSpecs(fleet.subscriptions, fleet.context.seed, fleet.clusters.length > ordinaryClusters ? fleet.clusters.length : undefined)
		.map(spec => ({...hostDocument(spec, fleet.context), patches: patchDocument(spec, fleet.context) ?? null})));
	const policies = once(() => policyDocumentsOf(fleet.clusters, fleet.registries, fleet.context));
	const rights = once(() => rightsOf(fleet));
	const directory = once(() => {
		const people = [...peopleOf(fleet.context.seed), ...identitiesOf(fleet), ...groupIdentities(fleet)];
		return {people, byId: new Map(people.map(person => [person.id, person]))};
	});
	const ownUnits = once(() => findingUnits(fleet));
	const groups = once(async () => createGroupShelf(fleet));
	const texts = createRowCache();
	const pages = createPageCache();
	const lists = createTextShelf();
	const commands = createRunCommandBook();
	const registryHosts = once(() => new Map(Array.from({length: fleet.registries.length}, (_, index) => [`${fleet.registries.at(index).name}.azurecr.io`, index])));
	const hosts = once(() => new Map(Array.from({length: fleet.clusters.length}, (_, index) => [apiServerHost(fleet.clusters.at(index), fleet.context.seed), index])));
	let last: {readonly version: string; readonly units: readonly FindingUnit[]} | undefined;
	const unitsOf = (stage: Stage): readonly FindingUnit[] => {
		if (last?.version !== stage.versions.finding) {
			const added = stage.findings.map(finding => singleUnit(fleet.context.seed, finding));
			const units = added.length === 0 ? ownUnits() : [...ownUnits(), ...added].toSorted(compareUnits);
			last = {version: stage.versions.finding, units};
		}

		return last.units;
	};

	let grouped: {readonly units: readonly FindingUnit[]; readonly bySubject: ReadonlyMap<string, readonly FindingUnit[]>} | undefined;
	const unitsBySubject = (stage: Stage): ReadonlyMap<string, readonly FindingUnit[]> => {
		const units = unitsOf(stage);
		if (grouped?.units !== units) {
			grouped = {units, bySubject: Map.groupBy(units, ({subjectId}) => subjectId)};
		}

		return grouped.bySubject;
	};

	return stage => ({
		context: fleet.context,
		subscriptions: fleet.subscriptions,
		subscription: id => fleet.subscriptions.find(entry => entry.id === id.toLowerCase()),
		stage,
		containerGroups: fleet.containerGroups,
		texts,
		pages,
		lists,
		commands,
		registryByHost: host => registryHosts().get(host.toLowerCase()),
		clusterByHost: host => hosts().get(host.toLowerCase()),
		get clusterShelf() {
			return clusters();
		},
		get registryShelf() {
			return registries();
		},
		get groupShelf() {
			return groupShelf();
		},
		get keyring() {
			return keyring();
		},
		get hosts() {
			return machines();
		},
		get policies() {
			return policies();
		},
		get rights() {
			return rights();
		},
		get people() {
			return directory().people;
		},
		person: id => directory().byId.get(id.toLowerCase()),
		get groups() {
			return groups();
		},
		unitsOf: subjectId => unitsBySubject(stage).get(subjectId) ?? [],
		get units() {
			return unitsOf(stage);
		},
	});
};
