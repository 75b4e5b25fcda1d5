import {threadCpuUsage} from 'node:process';

/**
Milliseconds of this thread's own work that a function takes, the least of several runs: what other programs on the machine do
is not measured.
*/
export const threadTime = (work: () => void, runs = 5): number =>
	Math.min(...Array.from({length: runs}, () => {
		const before = threadCpuUsage();
		work();
		const {user, system} = threadCpuUsage(before);
		return (user + system) / 1000;
	}));
