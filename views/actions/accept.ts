import {entryText} from '../../source/decisions/entry-text.js';
import {standingOf} from '../../source/posture/standing.js';
import {copyText} from './copy.js';
import {tellIn, type ActionContext} from './context.js';

/**
Copies an entry for the decisions file that accepts the failure under the cursor. crowsnest writes no decision itself: the
file is the team's, and why and who are for a person to say.
*/
export const copyDecision = (context: ActionContext): void => {
	const {slot, store, tools} = context;
	const {decisions, posture} = store.getSnapshot();
	const about = slot.current?.verdict?.();
	const verdict = about && posture.byKey.get(about.resource.key)?.verdicts.find(({checkId}) => checkId === about.checkId);
	if (about === undefined || verdict === undefined || standingOf(verdict) !== 'fail') {
		tellIn(context, 'Nothing to accept here: stand on a check that fails');
		return;
	}

	const {file} = decisions;
	const where = file === undefined ? 'a decisions file, and name it with --decisions' : `${file}, below "decisions:"`;
	copyText(context, entryText(about.resource.id, about.checkId, tools.now()), `paste it into ${where}; say why and who`);
};
