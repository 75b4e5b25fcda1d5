import {setImmediate} from 'node:timers/promises';
import test from 'ava';
import {openApp} from '../support/app.js';
import {now, snapshotOf} from '../support/models.js';

type Waiting = {readonly milliseconds: number; readonly callback: () => void};

test('while polling is paused ages go on, and a timer waits for the next step only', async t => {
	const old = snapshotOf();
	const clusters = {...old.sources.clusters, status: 'old', readAt: now - 30_000} as const;
	const snapshot = {...old, sources: {...old.sources, clusters}};
	const waiting: Waiting[] = [];
	let cancelled = 0;
	const app = await openApp(t, {
		snapshot, tools: {
			later(milliseconds, callback) {
				waiting.push({milliseconds, callback});
				return () => {
					cancelled++;
				};
			},
		},
	});
	const shown = async (): Promise<string> => {
		const lines = await app.lines();
		return lines.join('\n');
	};

	t.regex(await shown(), /30 s old/v);
	t.is(waiting.length, 0, 'polls draw by themselves');
	await app.change({isPaused: true});
	const pass = async (milliseconds: number): Promise<string> => {
		const before = await shown();
		app.pass(milliseconds);
		waiting.shift()!.callback();
		// Nothing else asks for the frame: a screen that stood still would be waited for in vain.
		for (;;) {
			// eslint-disable-next-line no-await-in-loop
			await setImmediate();
			// eslint-disable-next-line no-await-in-loop
			const after = await shown();
			if (after !== before) {
				return after;
			}
		}
	};

	t.true(waiting.length === 1 && waiting[0]!.milliseconds <= 10_000);
	t.regex(await pass(20_000), /50 s old/v);
	t.true(waiting.length === 1 && waiting[0]!.milliseconds <= 10_000);
	t.regex(await pass(60_000), /1 min old/v);
	t.true(waiting.length === 1 && waiting[0]!.milliseconds > 10_000, String(waiting[0]?.milliseconds));
	await app.change({isPaused: false});
	t.is(cancelled, 1);
});
