import type {Fact} from './known.js';

export type GroupEvent = {
	readonly name: string;
	/**
	Normal or Warning.
	*/
	readonly type: string;
	readonly message: string;
	readonly count: number | undefined;
	/**
	Milliseconds since 1970.
	*/
	readonly lastAt: number | undefined;
};

/**
Running, Waiting or Terminated, and since when.
*/
export type ContainerMoment = {
	readonly state: Fact<string | undefined>;
	readonly detail: Fact<string | undefined>;
	readonly exitCode: Fact<number | undefined>;
	/**
	Milliseconds since 1970.
	*/
	readonly startedAt: Fact<number | undefined>;
	readonly finishedAt: Fact<number | undefined>;
};

export type ContainerState = {
	readonly name: string;
	readonly isInit: boolean;
	readonly restarts: Fact<number | undefined>;
	readonly current: Fact<ContainerMoment | undefined>;
	readonly previous: Fact<ContainerMoment | undefined>;
	readonly events: Fact<readonly GroupEvent[]>;
};

/**
How a container group is just now: only the answer for one group tells, no list does.
Source: Microsoft.ContainerInstance containerGroups `instanceView`, api-version 2023-05-01.
*/
export type GroupState = {
	readonly groupKey: string;
	/**
	Running, Pending, Stopped, Succeeded, Failed, Unhealthy.
	*/
	readonly state: Fact<string | undefined>;
	readonly events: Fact<readonly GroupEvent[]>;
	readonly containers: Fact<readonly ContainerState[]>;
};
