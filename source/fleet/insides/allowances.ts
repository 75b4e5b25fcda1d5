import type {InsideGrants, LookGrants} from '../../model/inside.js';

/**
Which clusters a person has asked to look into.
*/
export type Asked = 'all' | ReadonlySet<string>;

export type Allowances = {
	readonly asked: () => Asked;
	/**
	What is allowed for all clusters.
	*/
	readonly grants: () => InsideGrants;
	readonly isAskedFor: (clusterKey: string) => boolean;
	/**
	What a look into a cluster may use.
	*/
	readonly grantsOf: (clusterKey: string) => LookGrants;
	/**
	A person allows something for one cluster, or for all. Each time that the run command is asked for is a run of its own.
	*/
	readonly ask: (which: 'all' | string, grant: keyof InsideGrants) => void;
};

/**
Remembers what a person has asked for and allowed.

@param forAll what the settings allow
@param isAsked whether the settings ask for all clusters
*/
export const createAllowances = (forAll: InsideGrants, isAsked: boolean): Allowances => {
	const grantedFor = new Map<string, Partial<InsideGrants>>();
	const runsOf = new Map<string, number>();
	let asked: Asked = isAsked ? 'all' : new Set<string>();
	let grants = forAll;
	let runsOfAll = 0;
	return {
		asked: () => asked,
		grants: () => grants,
		isAskedFor: key => asked === 'all' || asked.has(key),
		grantsOf: key => ({...grants, ...grantedFor.get(key), runs: runsOfAll + (runsOf.get(key) ?? 0)}),
		ask(which, grant) {
			const run = grant === 'runCommand' ? 1 : 0;
			if (which === 'all') {
				grants = {...grants, [grant]: true};
				runsOfAll += run;
				asked = 'all';
				return;
			}

			runsOf.set(which, (runsOf.get(which) ?? 0) + run);
			grantedFor.set(which, {...grantedFor.get(which), [grant]: true});
			asked = asked === 'all' ? 'all' : new Set([...asked, which]);
		},
	};
};
