import {company} from '../fleet/estate.js';
import type {Site} from './site.js';
import {careOf, namespaceOf, workloadsOf} from './workloads.js';

export type RouteSpec = {
	readonly namespace: string;
	readonly name: string;
	/**
	Absent: any host.
	*/
	readonly host: string | undefined;
	readonly hasTls: boolean;
	/**
	Name of the Service in its namespace, and the path that leads to it.
	*/
	readonly backends: ReadonlyArray<readonly [path: string, service: string]>;
};

/**
What an entrance leads where: the first workload and what belongs to it, two more by hosts of their own. Where nobody looks one of them has
no certificate, and in one cluster in five a rule takes any host.
*/
export const routesOf = (site: Site): readonly RouteSpec[] => {
	const {cluster: {team, environment}, index} = site;
	const namespace = namespaceOf(site);
	const [first = '', second = '', third = '', fourth = ''] = workloadsOf(site);
	const domain = environment === 'prod' ? `${team}.${company.domain}` : `${team}.${environment}.${company.domain}`;
	const care = careOf(site);
	return [
		{
			namespace, name: first, host: `www.${domain}`, hasTls: true, backends: [['/', first], [`/${second}`, second]],
		},
		{
			namespace, name: third, host: `${third}.${domain}`, hasTls: care !== 'open' && index % 3 !== 0, backends: [['/', third]],
		},
		...(index % 5 === 0
			? [{
				namespace, name: `${fourth}-any`, host: undefined, hasTls: false, backends: [['/', fourth]],
			} as const]
			: []),
		...(care === 'closed'
			? []
			: [{
				namespace: 'monitoring', name: 'grafana', host: `grafana.${domain}`, hasTls: care === 'usual', backends: [['/', 'grafana']],
			} as const]),
	];
};
