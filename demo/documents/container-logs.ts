import type {DemoContainer} from '../fleet/group-spec.js';
import {hash, hexOf} from '../random.js';
import {isoTime, type DocumentContext} from './context.js';

/**
Milliseconds that a container had run when the demo began.
*/
const ranBefore = 6 * 3_600_000;

/**
Milliseconds between two lines of what runs well, of what fails again and again, and of what writes as fast as it can.
*/
const paces = {
	steady: 1300, crashing: 4000, chatty: 0.2, finished: 900,
} as const;

/**
Lines of what has done its work.
*/
const finishedLines = 204;

type Write = (number: number, seed: number) => string;

const request: Write = (number, seed) => {
	const dice = hash(seed, `request ${number}`);
	const status = dice % 97 === 0 ? 500 : (dice % 23 === 0 ? 404 : 200);
	const path = ['/orders', '/orders/recent', '/healthz', '/cart', '/stock/42'][dice % 5]!;
	const line = `${status === 200 ? 'INFO ' : '\u{1B}[31mERROR\u{1B}[0m'} ${status} GET ${path} ${4 + (dice % 180)} ms trace=${hexOf(seed, `trace ${number}`, 16)}`;
	// Now and then somebody logs what he should not, and somebody writes more than plain letters.
	return dice % 211 === 0 ? 'DEBUG connecting with Password=not-a-real-password;Timeout=30' : (dice % 89 === 0 ? `${line} 東京 naïve` : line);
};

const crash: readonly string[] = [
	'INFO  mailer 3.1.4 starts',
	'INFO  connecting to smtp.vellamar.example:587',
	'\u{1B}[33mWARN \u{1B}[0m answer 454: temporary authentication failure',
	'WARN  trying again in 2 s',
	'\u{1B}[31mERROR\u{1B}[0m 535: the user name or password is not right',
	'    at Mailer.signIn (mailer.js:118:11)',
	'    at async Mailer.start (mailer.js:42:3)',
	'FATAL leaves with exit code 1',
];

const writes: Readonly<Record<keyof typeof paces, Write>> = {
	steady: request,
	chatty: request,
	finished: number => (number === finishedLines - 1 ? 'INFO  done, nothing is left' : `INFO  batch ${number + 1} of ${finishedLines}: ${400 + ((number * 37) % 90)} rows`),
	crashing: number => crash[number % crash.length]!,
};

/**
The last lines that a container has written at a moment, as `containers.listLogs` sends them (Microsoft.ContainerInstance 2023-05-01).

@param seconds since the demo began
@param tail so many lines at most
*/
export const containerLog = ({name, behaviour = 'steady', isInit}: DemoContainer, {seed, base}: DocumentContext, seconds: number, tail: number, hasTimes: boolean): string => {
	const kind = isInit ? 'finished' : behaviour;
	const pace = paces[kind];
	const begin = base - ranBefore;
	const written = kind === 'finished' ? finishedLines : Math.floor((ranBefore + (seconds * 1000)) / pace);
	const count = Math.min(written, tail);
	const own = hash(seed, `log ${name}`);
	const timeOf = (number: number): string => isoTime(begin + (number * pace));
	const lines = Array.from({length: count}, (_, index) => {
		const number = written - count + index;
		const text = writes[kind](number, own);
		return hasTimes ? `${timeOf(number)} ${text}` : text;
	});
	return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
};
