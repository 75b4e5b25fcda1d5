import {choose, hash} from '../random.js';
import {regions, type DemoSubscription} from './estate.js';
import type {GroupSpec} from './group-spec.js';

/**
A container group of a fleet for measuring, made from its index alone.
*/
export const scaleGroupAt = (seed: number, readable: readonly DemoSubscription[], index: number): GroupSpec => {
	const subscription = readable[(index * 7) % readable.length]!;
	const {team, environment} = subscription;
	const key = `group ${index}`;
	const grade = hash(seed, `grade ${key}`) % 10;
	const [region, short] = choose(seed, `region ${key}`, regions);
	const server = `vlm${team}${environment}.azurecr.io`;
	const isGood = grade < 6;
	return {
		name: `aci-${team}-${environment}-${short}-${String(index + 1).padStart(4, '0')}`,
		subscription,
		resourceGroup: `rg-${team}-${environment}-jobs`,
		region,
		team,
		restartPolicy: choose(seed, `policy ${key}`, ['Always', 'OnFailure', 'Never']),
		network: isGood ? choose(seed, `network ${key}`, ['private', 'none']) : 'public',
		...(grade > 6 && {label: `vlm-${index}`, labelScope: grade === 7 ? 'TenantReuse' : 'Unsecure'}),
		pull: {server, by: isGood ? 'identity' : (grade === 9 ? 'admin' : 'password')},
		...(isGood && {identity: 'user'}),
		hasLogs: grade < 4,
		containers: [{
			name: 'main',
			image: `${server}/${team}/job-${index % 40}:${1 + (index % 9)}.0`,
			cpu: 1,
			memory: 1.5,
			ports: isGood ? [] : [{port: grade === 8 ? 22 : 443}],
			variables: [{name: 'LOG_LEVEL', value: 'info'}, grade === 9 ? {name: 'DB_PASSWORD', value: 'not-a-real-password'} : {name: 'DB_PASSWORD'}],
			behaviour: index === 0 ? 'chatty' : (grade === 5 ? 'crashing' : 'steady'),
		}],
	};
};
