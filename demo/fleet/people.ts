import {guidOf} from '../random.js';
import {company, teams} from './estate.js';

/**
When a secret was made and when it ends, in days from the beginning of the demo.
*/
export type DemoSecret = {readonly from: number; readonly until: number};

/**
Somebody in the company's directory.
*/
export type Person = {
	readonly id: string;
	readonly name: string;
} & (
	| {readonly kind: 'user'; readonly signInName: string; readonly isGuest: boolean; readonly isEnabled: boolean}
	| {readonly kind: 'group'; readonly members: readonly string[]}
	| {readonly kind: 'application'; readonly appId: string; readonly secrets: readonly DemoSecret[]}
	| {readonly kind: 'managedIdentity'; readonly appId: string}
);

const employees = ['Ada Brandt', 'Bruno Castell', 'Chiara Donati', 'David Eriksen', 'Elif Fidan', 'Farid Ghali', 'Greta Holm', 'Hugo Ibsen', 'Ines Jarvi', 'Jonas Keller', 'Katya Lind', 'Luis Moreno'] as const;

const idOf = (seed: number, name: string): string => guidOf(seed, `person ${name}`);

const user = (seed: number, name: string, more: {readonly isGuest?: boolean; readonly isEnabled?: boolean; readonly signInName?: string} = {}): Person => ({
	kind: 'user', id: idOf(seed, name), name, signInName: `${name.toLowerCase().replaceAll(' ', '.')}@${company.domain}`, isGuest: false, isEnabled: true, ...more,
});

const group = (seed: number, name: string, members: readonly string[]): Person => ({
	kind: 'group', id: idOf(seed, name), name, members: members.map(member => idOf(seed, member)),
});

const application = (seed: number, name: string, secrets: readonly DemoSecret[]): Person => ({
	kind: 'application', id: idOf(seed, name), name, appId: guidOf(seed, `application ${name}`), secrets,
});

export const guestName = 'Gwen Partner (Northwind)';
export const blockedName = 'Otto Vogel';
export const administrators = 'Platform administrators';
export const employeeNames: readonly string[] = employees;

/**
The group of a team's engineers.
*/
export const engineersOf = (team: string): string => `${company.prefix}-${team}-engineers`;

/**
The company's directory: twelve people, a guest, somebody who has left, a group for each team, and four pipelines. Managed identities
belong to their clusters.
*/
export const peopleOf = (seed: number): readonly Person[] => [
	...employees.map(name => user(seed, name)),
	user(seed, guestName, {isGuest: true, signInName: `gwen_northwind.example#EXT#@${company.domain}`}),
	user(seed, blockedName, {isEnabled: false}),
	group(seed, administrators, ['Ada Brandt', 'Bruno Castell']),
	...teams.map((team, index) => group(seed, engineersOf(team), [employees[index * 2]!, employees[(index * 2) + 1]!])),
	application(seed, 'ci-shop', [{from: -353, until: 12}]),
	application(seed, 'ci-payments', []),
	application(seed, 'legacy-deployer', [{from: -300, until: 430}]),
	application(seed, 'ci-data', [{from: -60, until: 120}]),
];

export const personId = idOf;
