import {valueOf} from '../../source/model/known.js';
import type {Resource} from '../../source/model/resource.js';
import {describeOutcome, type CopyOutcome} from '../../source/terminal/create-copier.js';
import {signInCopy} from '../parts/sign-in/sign-in-lines.js';
import {portalUrl} from '../resources.js';
import {tellIn, type ActionContext} from './context.js';

/**
What `c` copies: the ids of every marked row, else of the one under the cursor; while signing in, what that needs.
*/
const textToCopy = ({slot, store}: ActionContext): string | undefined => {
	const {signIn} = store.getSnapshot();
	if (signIn.state !== 'none') {
		return signInCopy(signIn);
	}

	const marked = slot.current?.marked() ?? [];
	const selected = slot.current?.selected();
	const resources = marked.length > 0 ? marked : (selected ? [selected] : []);
	return resources.length === 0 ? undefined : resources.map(({id}) => id).join('\n');
};

const showAlone = ({dispatch}: ActionContext, text: string): void => {
	dispatch({type: 'show-overlay', overlay: {type: 'bare', text}});
};

/**
Tells what became of a copy, also when that is known only after further keys; without a clipboard the text is shown alone.
*/
const tellOutcome = async (context: ActionContext, text: string, outcome: CopyOutcome): Promise<void> => {
	if (outcome === undefined) {
		showAlone(context, text);
		return;
	}

	const tell = (message: string): void => {
		context.dispatch({type: 'tell', message, copied: text});
	};

	if (typeof outcome === 'string') {
		tell(outcome);
		return;
	}

	tell(outcome.now);
	const message = await outcome.later;
	if (message !== undefined) {
		tell(message);
	}
};

/**
Copies the id; the same again shows it alone on a bare screen, for terminals that cannot copy.
*/
export const copyId = (context: ActionContext): void => {
	const {state, tools} = context;
	const text = textToCopy(context);
	if (text === undefined) {
		tellIn(context, 'Nothing to copy here');
		return;
	}

	if (state.message !== undefined && state.copied === text) {
		showAlone(context, text);
		return;
	}

	void tellOutcome(context, text, describeOutcome(tools.copy(text), message => `${message}; c again shows it alone`));
};

/**
Copies a text that is too long to be told, and tells what it is.
*/
export const copyText = (context: ActionContext, text: string, what: string): void => {
	void tellOutcome(context, text, describeOutcome(context.tools.copy(text), message => `${message}: ${what}`));
};

/**
Copies the command that fixes what the cursor stands on.
*/
export const copyFix = (context: ActionContext): void => {
	const {slot, tools} = context;
	const fix = slot.current?.fix();
	if (fix === undefined) {
		tellIn(context, 'No command fixes this: nothing failed, or the fix is not one command');
		return;
	}

	void tellOutcome(context, fix, describeOutcome(tools.copy(fix), message => `${message}: ${fix}`));
};

const linkOf = (resource: Resource, portal: string): string => {
	const own = resource.kind === 'finding' && 'portalUrl' in resource ? valueOf(resource.portalUrl) : undefined;
	return typeof own === 'string' ? own : portalUrl(portal, resource.id);
};

const openLink = (context: ActionContext, url: string): void => {
	void tellOutcome(context, url, context.tools.openLink(url));
};

/**
Opens the portal's page of what the cursor stands on, or copies its link.
*/
export const openPortal = (context: ActionContext): void => {
	const {signIn} = context.store.getSnapshot();
	if (signIn.state === 'device-code') {
		openLink(context, signIn.url);
		return;
	}

	const selected = context.slot.current?.selected();
	// A check, or a group, is no resource of Azure and has no page.
	if (selected?.id.startsWith('/') === true) {
		openLink(context, linkOf(selected, context.tools.portal));
	} else {
		tellIn(context, 'Nothing to open here');
	}
};
