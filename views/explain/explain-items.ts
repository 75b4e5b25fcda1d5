import type {TimelineEvent} from '../../source/fleet/history/change.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {longName} from '../../source/model/long-name.js';
import type {Resource} from '../../source/model/resource.js';
import type {
	Check,
	Evidence,
	JudgedKind,
	Verdict,
} from '../../source/posture/check.js';
import {scoreWithout} from '../../source/posture/gains.js';
import {kindWeight, severityWeight} from '../../source/posture/score.js';
import {standingOf} from '../../source/posture/standing.js';
import {exposureOf} from '../../source/posture/worklist/exposure.js';
import {checkHistoryLines} from '../changes/timeline-lines.js';
import {defenderLines} from '../drill/checks/defender-lines.js';
import {explanationOf, heading} from '../drill/checks/explanation.js';
import type {PickItem} from '../drill/tab.js';
import type {Place} from '../navigation.js';
import {placeOf} from '../places.js';
import {findAnywhere} from '../resources.js';
import type {Line} from '../theme.js';

/**
One piece of evidence, and where its document opens; absent where no document holds it.
*/
export type ExplainItem = PickItem & {readonly place: Place | undefined};

/**
What stands around a verdict.
*/
export type Surroundings = {
	readonly snapshot: Snapshot;
	/**
	The time line of its resource.
	*/
	readonly events: readonly TimelineEvent[];
};

/**
What a verdict does to the score of its resource.
*/
const scoreLines = (resource: Resource, verdict: Verdict, snapshot: Snapshot): readonly Line[] => {
	const posture = snapshot.posture.byKey.get(resource.key);
	const now = posture?.score === undefined ? '--' : String(posture.score);
	const weight = severityWeight[verdict.severity];
	switch (standingOf(verdict)) {
		case 'fail': {
			const mended = posture && scoreWithout(posture, resource.kind as JudgedKind, verdict.checkId);
			const kinds = kindWeight[resource.kind as JudgedKind] ?? 0;
			return [
				[{text: `  ${verdict.severity} costs ${weight}; the resource's score is ${now}${mended === undefined ? '' : `, and ${mended} once this is mended`}`}],
				[{text: `  the resource counts ${kinds} in the mean of the fleet`, tone: 'dim'}],
			];
		}

		case 'unknown': {
			return [[{
				text: verdict.lastFailure === undefined
					? '  unknown earns nothing and costs nothing: it is counted beside the score'
					: `  it failed (${verdict.lastFailure}) when it could last be read, and goes on to cost ${severityWeight[verdict.lastFailure]}`,
			}]];
		}

		case 'accepted': {
			return [[{text: '  accepted: it costs nothing and earns nothing'}]];
		}

		case 'pass': {
			return [[{text: `  passes: it earns ${weight}; the resource's score is ${now}`}]];
		}

		case 'not-applicable': {
			return [[{text: '  does not apply: it is not in the score'}]];
		}
	}
};

const exposureLines = (resource: Resource, {exposures}: Snapshot): readonly Line[] => {
	const {state, because} = exposureOf(resource, resource.kind === 'service' ? exposures.get(resource.key) : undefined);
	return state === 'none'
		? []
		: [[{text: `  network: ${state === 'open' ? 'open to the internet' : state}`}, {text: because === undefined ? '' : ` (${because.path} = ${because.value})`, tone: 'dim'}]];
};

const decisionLines = ({accepted}: Verdict): readonly Line[] => accepted === undefined
	? []
	: [
		heading('Decision'),
		[{text: `  accepted${accepted.by === undefined ? '' : ` by ${accepted.by}`}: ${accepted.reason}`}],
		[{text: `  ${accepted.until === undefined ? 'without an end' : `until ${accepted.until}`}; ${accepted.from === 'azure' ? 'an exemption in Azure' : accepted.at}`, tone: 'dim'}],
		[],
	];

/**
The pieces that decided a verdict: evidence, or the property because of which the check does not apply.
*/
const piecesOf = ({outcome}: Verdict): readonly Evidence[] => {
	switch (outcome.status) {
		case 'pass':
		case 'fail': {
			return outcome.evidence;
		}

		case 'not-applicable': {
			return [outcome.because];
		}

		case 'unknown': {
			return [];
		}
	}
};

/**
Every piece of evidence of a verdict by itself, with the document that it was read from; beside each the whole of why the
verdict is what it is: its part of the score, the decision about it, the fix with its effect, the references.

A verdict without evidence (unknown) has its reason in their place, which leads to the document as far as it could be read.
*/
export const explainItems = (resource: Resource, check: Check, verdict: Verdict, {snapshot, events}: Surroundings): readonly ExplainItem[] => {
	const history = checkHistoryLines(events, check.id);
	const fix = verdict.outcome.status === 'fail' ? check.fix(resource as never) : undefined;
	const common: readonly Line[] = [
		[],
		heading('Why it counts'),
		...scoreLines(resource, verdict, snapshot),
		...exposureLines(resource, snapshot),
		[],
		...decisionLines(verdict),
		...(history.length === 0 ? [] : [heading('What became of it'), ...history, []]),
		...explanationOf(check, verdict, fix, defenderLines(resource.key, verdict, snapshot.defender)),
	];
	const item = (key: string, title: Line, head: readonly Line[], place: Place | undefined): ExplainItem => ({
		key, title, explanation: [...head, ...common], fix: fix?.command, fixable: standingOf(verdict) === 'fail' ? {resource, verdict} : undefined, place,
	});
	const pieces = piecesOf(verdict);
	if (pieces.length === 0) {
		const reason = verdict.outcome.status === 'unknown' ? verdict.outcome.reason : 'no evidence was noted';
		return [item('reason', [{text: '? ', tone: 'unknown', bold: true}, {text: reason}], [
			heading('Reason'),
			[{text: `  ${reason}`}],
			[{text: '  Enter opens the document as far as it was read', tone: 'dim'}],
		], placeOf(resource, 'document'))];
	}

	return pieces.map((piece, index) => {
		const {path, value, resource: key} = piece;
		const holder = key === undefined ? resource : findAnywhere(snapshot, key);
		return item(
			`${index}:${path}`,
			[{text: path, tone: 'accent'}, {text: ' = ', tone: 'dim'}, {text: value}],
			[
				heading(`Evidence ${index + 1} of ${pieces.length}`),
				[{text: `  ${path}`, tone: 'accent'}, {text: ' = ', tone: 'dim'}, {text: value}],
				[{text: '  read from ', tone: 'dim'}, {text: holder ? longName(holder) : key ?? ''}],
				[{text: holder ? '  Enter opens its document at this member' : '  This resource is not in what was read', tone: 'dim'}],
			],
			holder && placeOf(holder, 'document', path),
		);
	});
};
