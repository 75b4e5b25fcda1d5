import {valueOf} from '../../source/model/known.js';
import type {Resource} from '../../source/model/resource.js';
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

/**
Copies the id; the same again shows it alone on a bare screen, for terminals that cannot copy.
*/
export const copyId = (context: ActionContext): void => {
	const {state, dispatch, tools} = context;
	const text = textToCopy(context);
	if (text === undefined) {
		tellIn(context, 'Nothing to copy here');
		return;
	}

	if (state.message !== undefined && state.copied === text) {
		dispatch({type: 'show-overlay', overlay: {type: 'bare', text}});
		return;
	}

	dispatch({type: 'tell', message: `${tools.copy(text)}; c again shows it alone`, copied: text});
};

/**
Copies the command that fixes what the cursor stands on.
*/
export const copyFix = (context: ActionContext): void => {
	const {slot, dispatch, tools} = context;
	const fix = slot.current?.fix();
	if (fix === undefined) {
		tellIn(context, 'No command fixes this: nothing failed, or the fix is not one command');
		return;
	}

	dispatch({type: 'tell', message: `${tools.copy(fix)}: ${fix}`, copied: fix});
};

const linkOf = (resource: Resource, portal: string): string => {
	const own = resource.kind === 'finding' && 'portalUrl' in resource ? valueOf(resource.portalUrl) : undefined;
	return typeof own === 'string' ? own : portalUrl(portal, resource.id);
};

/**
Opens the portal's page of what the cursor stands on, or copies its link.
*/
export const openPortal = (context: ActionContext): void => {
	const {signIn} = context.store.getSnapshot();
	if (signIn.state === 'device-code') {
		tellIn(context, context.tools.openLink(signIn.url));
		return;
	}

	const selected = context.slot.current?.selected();
	tellIn(context, selected ? context.tools.openLink(linkOf(selected, context.tools.portal)) : 'Nothing to open here');
};
