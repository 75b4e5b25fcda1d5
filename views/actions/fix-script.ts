import packageJson from '../../package.json' with {type: 'json'};
import {createPace} from '../../source/fleet/slices.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {createFixScript, type FixScript} from '../../source/report/fix-script.js';
import {valueOf} from '../../source/model/known.js';
import type {Fixable} from '../../source/report/fix-script/fixable.js';
import {count} from '../../source/report/text/words.js';
import {sanitize} from '../../source/terminal/sanitize.js';
import {fixablesOf} from './fixables.js';
import {copyText} from './copy.js';
import {tellIn, type ActionContext} from './context.js';

const fleetName = ({isDemo, tenant, subscriptions}: Snapshot): string => {
	const name = isDemo ? 'the demo, nothing here is real' : valueOf(tenant) ?? 'a tenant without a name';
	return `${name}; ${count(subscriptions.length, 'subscription')}`;
};

const failuresIn = ({slot, store}: ActionContext): readonly Fixable[] => {
	const view = slot.current;
	if (view?.toFix) {
		const {marked, selected} = view.toFix();
		return marked.length > 0 ? marked : selected;
	}

	const selected = view?.selected();
	return selected ? fixablesOf(selected, store.getSnapshot()) : [];
};

/**
Whether what is marked is to be mended together.
*/
export const hasMarks = ({slot}: ActionContext): boolean => {
	const view = slot.current;
	return view !== undefined && (view.marked().length > 0 || (view.toFix?.().marked.length ?? 0) > 0);
};

/**
A whole fleet may be marked, and the next key must not wait for its script.
*/
const makeScript = async (context: ActionContext): Promise<FixScript> => {
	const {store, tools} = context;
	const steps = createFixScript({
		fixables: failuresIn(context), fleet: fleetName(store.getSnapshot()), version: packageJson.version, now: tools.now(),
	});
	const pace = createPace();
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}

		// eslint-disable-next-line no-await-in-loop
		await pace();
	}
};

const nothing = 'No command fixes this: nothing failed, or the fix is not one command';

const sizeOf = ({commands, resources}: FixScript): string => `${count(commands, 'command')} for ${count(resources, 'resource')}`;

/**
Makes the script and does something with it; whatever goes wrong is told and ends nothing.
*/
const withScript = async (context: ActionContext, handle: (script: FixScript) => Promise<void> | void): Promise<void> => {
	try {
		const script = await makeScript(context);
		if (script.commands === 0) {
			tellIn(context, nothing);
		} else {
			await handle(script);
		}
	} catch (error) {
		tellIn(context, `No script was made: ${error instanceof Error ? sanitize(error.message, 200) : 'an error that says nothing'}`);
	}
};

/**
Writes the script that mends all that is marked, or else what the cursor stands on, into the current folder.
*/
export const writeFixScript = async (context: ActionContext): Promise<void> => withScript(context, async script => {
	const minute = new Date(context.tools.now()).toISOString().slice(0, 16).replace(':', '-');
	const saved = await context.tools.save(`crowsnest-fixes-${minute}`, 'sh', script.text);
	tellIn(context, saved.problem ?? `Wrote ${saved.name} to review: ${sizeOf(script)}, in ${saved.folder}`);
});

/**
Copies that script.
*/
export const copyFixScript = async (context: ActionContext): Promise<void> => withScript(context, script => {
	copyText(context, script.text, sizeOf(script));
});
