import type {Fact} from './known.js';
import type {Resource} from './resource.js';

/**
Tag by which an operator says that a machine runs Windows containers, and how: `process`, `hyper-v`, `both`.
*/
export const containerTag = 'windows-containers';

/**
What Arc does not report, an operator may write down where everybody with Reader finds it: in tags of the machine, by these names in any casing.
*/
export const hostTags = {hyperV: 'hyper-v', nestedVirtualization: 'nested-virtualization', systemDrive: 'system-drive'} as const;

/**
What Update Manager found at its last look at a machine. Source: `patchAssessmentResults` of Microsoft.HybridCompute machines, as Resource Graph's table `patchassessmentresources` has them.
*/
export type PatchAssessment = {
	readonly critical: Fact<number | undefined>;
	readonly security: Fact<number | undefined>;
	readonly rebootPending: Fact<boolean | undefined>;
	/**
	ISO 8601.
	*/
	readonly assessed: Fact<string | undefined>;
};

/**
What decides whether a Windows machine can run containers: what Azure Arc reports of it, and what only a look at the machine itself tells.
*/
export type HostFacts = {
	/**
	`windows`, `linux`.
	*/
	readonly osType: Fact<string | undefined>;
	/**
	The product's name: `Windows Server 2022 Datacenter`.
	*/
	readonly osSku: Fact<string | undefined>;
	/**
	`10.0.20348.2700`.
	*/
	readonly osVersion: Fact<string | undefined>;
	/**
	Bytes.
	*/
	readonly memory: Fact<number | undefined>;
	/**
	Logical processors.
	*/
	readonly processors: Fact<number | undefined>;
	/**
	Whether the machine is itself a virtual machine.
	*/
	readonly isVirtual: Fact<boolean | undefined>;
	/**
	Whether the Hyper-V role is there. Azure Arc does not report it: this and the next two come from tags that an operator sets.
	*/
	readonly hyperV: Fact<boolean | undefined>;
	/**
	Whether the processor's virtualisation (VT-x, AMD-V) is handed to the virtual machine.
	*/
	readonly nestedVirtualization: Fact<boolean | undefined>;
	/**
	The drive that Windows is installed to, `C:`.
	*/
	readonly systemDrive: Fact<string | undefined>;
};

/**
A machine of one's own that is connected by Azure Arc. Source: Microsoft.HybridCompute machines, api-version 2025-01-13.
*/
export type Host = Resource & HostFacts & {
	readonly kind: 'host';
	/**
	Connected, Disconnected, Error, Expired.
	*/
	readonly status: Fact<string | undefined>;
	/**
	ISO 8601.
	*/
	readonly statusChanged: Fact<string | undefined>;
	/**
	`1.58.03224.2567`.
	*/
	readonly agentVersion: Fact<string | undefined>;
	readonly manufacturer: Fact<string | undefined>;
	readonly model: Fact<string | undefined>;
	/**
	Who runs the machine below it: `Azure`, `AWS`, `N/A` for nobody that the agent knows.
	*/
	readonly cloud: Fact<string | undefined>;
	readonly processorName: Fact<string | undefined>;
	readonly architecture: Fact<string | undefined>;
	readonly domain: Fact<string | undefined>;
	/**
	Absent where Update Manager never assessed the machine.
	*/
	readonly patches: Fact<PatchAssessment | undefined>;
};
