import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {isUnknown, unknown, type Fact} from '../../../source/model/known.js';
import type {Registry} from '../../../source/model/registry.js';
import {
	waysIn,
	type Entrant,
	type WayId,
	type WayIn,
} from '../../../source/posture/registry/ways-in.js';
import {pad} from '../../parts/text/pad.js';
import type {Line, Segment, Tone} from '../../theme.js';
import type {PickItem, Tab, TabContext} from '../tab.js';

type Words = {readonly title: string; readonly how: string; readonly limits: string};

/**
Source: Azure Container Registry, authentication options, as read on 2026-08-24.
*/
const wayWords: Readonly<Record<WayId, Words>> = {
	user: {title: 'Entra identity', how: 'az acr login, by a person', limits: 'Entra roles decide. The token is renewed every 3 hours; Conditional Access applies.'},
	servicePrincipal: {title: 'Service principal', how: 'docker login, az acr login or a pull secret, by a pipeline', limits: 'Entra roles decide. Its password lasts one year unless somebody chose otherwise.'},
	managedIdentity: {title: 'Managed identity', how: 'docker login or az acr login, by a service of Azure', limits: 'Entra roles decide. Azure keeps and renews its credential; only services that support it.'},
	clusterIdentity: {title: 'Cluster identity', how: 'the kubelet of an AKS cluster that the registry is attached to', limits: 'Entra roles decide, and pulling is enough. Not across tenants.'},
	clusterServicePrincipal: {title: 'Cluster principal', how: 'the service principal of an AKS cluster', limits: 'Entra roles decide, and pulling is enough. For a registry in another tenant; its secret ends and can leak.'},
	adminUser: {title: 'Admin user', how: 'docker login with the name of the registry and one of two passwords', limits: 'No role applies: it always pulls and pushes. One account for everybody.'},
	token: {title: 'Token', how: 'docker login, az acr login or a pull secret, by one person, system or device', limits: 'No role of Entra applies: its scope map decides.'},
	anonymous: {title: 'Anonymous pull', how: 'nobody signs in at all', limits: 'Standard and Premium only; off is right unless the images are meant for everybody.'},
};

const day = 86_400_000;
const soon = 30;

const titleWidth = 18;
const countWidth = 4;
const endWidth = 9;

const endWords = (ends: Entrant['ends'], now: number): {readonly text: string; readonly tone: Tone} => {
	if (isUnknown(ends)) {
		return {text: '?', tone: 'unknown'};
	}

	if (ends === undefined || ends === 'never') {
		return {text: ends === undefined ? '' : 'no end', tone: 'medium'};
	}

	const days = Math.floor((Date.parse(ends) - now) / day);
	return days < 0 ? {text: 'over', tone: 'medium'} : {text: `${days} d`, tone: days < soon ? 'medium' : 'plain'};
};

/**
Of the ways whose credentials a person has to look after, the one that ends first.
*/
const nextEnd = ({entrants}: WayIn, now: number): Segment => {
	const known = entrants.flatMap(({ends}) => (typeof ends === 'string' && Date.parse(ends) >= now ? [ends] : [])).toSorted();
	const first = known[0] ?? entrants[0]?.ends;
	const {text, tone} = endWords(first, now);
	return {text: pad(text, endWidth), tone};
};

const used = (isUsed: Fact<boolean>): Segment => (isUnknown(isUsed) ? {text: '? ', tone: 'unknown'} : (isUsed ? {text: '+ ', tone: 'plain', bold: true} : {text: '- ', tone: 'dim'}));

const titleOf = (way: WayIn, now: number): Line => {
	const faulty = way.entrants.filter(({faults}) => faults.length > 0).length;
	return [
		used(way.isUsed),
		{text: pad(wayWords[way.id].title, titleWidth), tone: way.isUsed === false ? 'dim' : 'plain'},
		{text: pad(way.entrants.length === 0 ? '' : String(way.entrants.length), countWidth)},
		nextEnd(way, now),
		{text: faulty === 0 ? '' : `${faulty} faulty`, tone: 'medium'},
	];
};

const entrantLines = ({name, rights, ends, faults}: Entrant, now: number): readonly Line[] => {
	const {text, tone} = endWords(ends, now);
	const end: readonly Segment[] = ends === undefined ? [] : [{text: '  ends: ', tone: 'dim'}, typeof ends === 'string' && ends !== 'never' ? {text: `${ends.slice(0, 10)} (${text})`, tone} : {text: isUnknown(ends) ? `unknown: ${ends.reason}` : text, tone}];
	return [
		[{text: name, bold: true}, {text: `  ${rights}`}],
		...(end.length === 0 ? [] : [end]),
		...faults.map((fault): Line => [{text: `  ${fault}`, tone: 'medium'}]),
	];
};

const usedLine = ({isUsed, entrants}: WayIn): Line => (isUnknown(isUsed)
	? [{text: 'In use: unknown', tone: 'unknown'}, {text: `: ${isUsed.reason}`}]
	: [{text: isUsed ? `In use, by ${entrants.length}` : 'Not in use', bold: true}]);

/**
The explanation names so many; the Access tab and az acr token list have all.
*/
const mostNamed = 40;

const itemOf = (way: WayIn, now: number): PickItem => {
	const {title, how, limits} = wayWords[way.id];
	return {
		key: way.id,
		title: titleOf(way, now),
		get explanation(): readonly Line[] {
			const more = way.entrants.length - mostNamed;
			return [
				[{text: title, bold: true}, {text: `: ${how}`}],
				[{text: limits, tone: 'dim'}],
				[],
				usedLine(way),
				...way.entrants.slice(0, mostNamed).flatMap(entrant => entrantLines(entrant, now)),
				...(more > 0 ? [[{text: `and ${more} more`, tone: 'dim'} as const]] : []),
				...(way.gaps.length === 0 ? [] : [[]]),
				...(way.notes ?? []).map((note): Line => [{text: note, tone: 'dim'}]),
				...way.gaps.map((gap): Line => [{text: `Not known: ${gap}`, tone: 'unknown'}]),
			];
		},
	};
};

const notRead = unknown('not-asked', 'the tokens of this registry have not been read yet');

const waysOf = (registry: Registry, {access, clusters, registryRecords, sources}: Snapshot, now: number): readonly WayIn[] => {
	const {error} = sources.registryRecords;
	return waysIn({
		registry,
		facts: registryRecords.get(registry.key) ?? (error ? unknown('unreachable', error.reason) : notRead),
		matrix: access?.matrixOf(registry),
		principals: access?.parts.principals ?? new Map(),
		graphGap: access?.parts.graphGap?.reason,
		clusters,
		now,
	});
};

type Made = {readonly basis: readonly unknown[]; readonly items: readonly PickItem[]};

const made = new WeakMap<Registry, Made>();

/**
It is drawn at each key: the same items as long as nothing changed that they are made of.
*/
const itemsOf = ({resource, snapshot, now}: TabContext<Registry>): readonly PickItem[] => {
	const basis = [snapshot.access, snapshot.clusters, snapshot.registryRecords.get(resource.key), snapshot.sources.registryRecords.error, Math.floor(now / day)];
	const known = made.get(resource);
	if (known?.basis.every((part, index) => part === basis[index])) {
		return known.items;
	}

	const items = waysOf(resource, snapshot, now).map(way => itemOf(way, now));
	made.set(resource, {basis, items});
	return items;
};

/**
The seven ways to sign in to a registry, and the one without: who uses them, with which rights, until when, and what is wrong with it.
*/
export const waysInTab: Tab<Registry> = {
	id: 'ways-in',
	title: 'Ways in',
	type: 'pick',
	items: context => itemsOf(context),
	empty: () => 'Being worked out.',
};
