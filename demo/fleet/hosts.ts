import {hash} from '../random.js';
import {regions, type DemoSubscription} from './estate.js';

/**
A Windows machine of the company's own.
*/
export type HostSpec = {
	readonly name: string;
	readonly subscription: DemoSubscription;
	readonly team: string;
	readonly region: string;
	readonly product: string;
	readonly version: string;
	readonly make: 'hyperV' | 'vmware' | 'metal';
	readonly processors: number;
	/**
	GiB.
	*/
	readonly memory: number;
	readonly status: 'Connected' | 'Disconnected' | 'Expired';
	readonly silentDays: number;
	readonly agent: string;
	/**
	What tags say; absent where nobody has said it.
	*/
	readonly isolation: 'process' | 'hyper-v' | 'both' | undefined;
	readonly hyperV: boolean | undefined;
	readonly nested: boolean | undefined;
	readonly drive: string | undefined;
	readonly missing: number;
	readonly rebootPending: boolean;
	/**
	Days since Update Manager looked; absent: never.
	*/
	readonly assessedDays: number | undefined;
};

type Kind = Omit<HostSpec, 'name' | 'subscription' | 'team' | 'region'> & {readonly role: string};

const well = {
	product: 'Windows Server 2022 Datacenter', version: '10.0.20348.2700', make: 'hyperV', processors: 8, memory: 32, status: 'Connected', silentDays: 3, agent: '1.60.03293.2680', isolation: 'process', hyperV: undefined, nested: undefined, drive: 'C:', missing: 0, rebootPending: false, assessedDays: 1,
} as const;

/**
What such machines are like, good and bad.
*/
const kinds: readonly Kind[] = [
	{...well, role: 'build'},
	{
		...well, role: 'build', product: 'Windows Server 2025 Datacenter', version: '10.0.26100.2314', isolation: 'both', hyperV: true, nested: true, memory: 64,
	},
	{
		...well, role: 'print', product: 'Windows Server 2016 Standard', version: '10.0.14393.7515', missing: 4, agent: '1.52.03039.2243',
	},
	{
		...well, role: 'legacy', product: 'Windows Server 2012 R2 Standard', version: '6.3.9600.20778', isolation: undefined, drive: undefined, agent: '1.43.02739.6960', status: 'Expired', silentDays: 210, assessedDays: undefined,
	},
	{
		...well, role: 'edge', make: 'vmware', isolation: 'hyper-v', hyperV: true, nested: false, memory: 8, processors: 2, drive: undefined,
	},
	{
		...well, role: 'edge', make: 'hyperV', isolation: 'hyper-v', hyperV: true, nested: true, memory: 2, processors: 1, drive: undefined, product: 'Windows Server 2019 Standard', version: '10.0.17763.7314',
	},
	{
		...well, role: 'farm', make: 'metal', isolation: 'hyper-v', hyperV: true, memory: 256, processors: 64, product: 'Windows Server 2025 Datacenter', version: '10.0.26100.2314',
	},
	{
		...well, role: 'farm', make: 'metal', isolation: 'both', hyperV: undefined, drive: undefined, memory: 128, processors: 32, missing: 2, rebootPending: true,
	},
	{
		...well, role: 'label', isolation: 'process', drive: 'D:', product: 'Windows Server 2019 Standard', version: '10.0.17763.7314', missing: 1,
	},
	{
		...well, role: 'kiosk', product: 'Windows 11 Enterprise', version: '10.0.26200.7171', make: 'metal', processors: 8, memory: 16, isolation: undefined, drive: undefined, assessedDays: undefined,
	},
	{
		...well, role: 'till', product: 'Windows 10 IoT Home', version: '10.0.19045.5011', make: 'metal', processors: 4, memory: 8, isolation: 'process', drive: undefined, status: 'Disconnected', silentDays: 12, assessedDays: 20,
	},
	{
		...well, role: 'build', make: 'vmware', isolation: 'both', hyperV: false, nested: undefined, drive: 'C:', rebootPending: true, assessedDays: 9,
	},
];

/**
One machine of each kind in the ordinary fleet; one for five clusters in a large one.

@param size Clusters of the fleet; absent for the ordinary one.
*/
export const hostSpecs = (subscriptions: readonly DemoSubscription[], seed: number, size?: number): readonly HostSpec[] => {
	const homes = subscriptions.filter(({isReadable, environment}) => isReadable && environment === 'prod');
	const count = Math.max(kinds.length, Math.floor((size ?? 0) / 5));
	return homes.length === 0
		? []
		: Array.from({length: count}, (_, index) => {
			const {role, ...spec} = kinds[index % kinds.length]!;
			const subscription = homes[hash(seed, `host ${index}`) % homes.length]!;
			const [region] = regions[hash(seed, `place of host ${index}`) % 3]!;
			return {
				...spec, name: `win-${role}-${String(index + 1).padStart(size === undefined ? 2 : 4, '0')}`, subscription, team: subscription.team, region,
			};
		});
};
