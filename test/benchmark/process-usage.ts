import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const kibibyte = 1024;

/**
Resident memory of a process in megabytes (millions of bytes). Source: proc_pid_status(5), VmRSS in KiB.

@throws where the machine has no /proc
*/
export const residentMegabytes = (pid: number): number => {
	const {kibibytes} = /^VmRSS:\s+(?<kibibytes>\d+) kB$/mv.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.groups ?? {};
	if (kibibytes === undefined) {
		throw new Error('The process has no resident memory: it ended.');
	}

	return Number(kibibytes) * kibibyte / 1e6;
};

let ticks: number | undefined;

const ticksEachSecond = (): number => {
	ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], {encoding: 'utf8'}));
	return ticks;
};

/**
Seconds of processor time that a process and its threads have used. Source: proc_pid_stat(5), utime and stime (fields 14 and 15).

@throws where the machine has no /proc
*/
export const processorSeconds = (pid: number): number => {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The second field is the program's name, which may hold blanks and brackets.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) / ticksEachSecond();
};
