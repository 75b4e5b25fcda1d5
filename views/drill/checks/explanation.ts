import type {
	Acceptance,
	Check,
	CheckReferences,
	Evidence,
	Fix,
	Verdict,
} from '../../../source/posture/check.js';
import {standingOf} from '../../../source/posture/standing.js';
import {severityMark, type Line, type Segment} from '../../theme.js';

const referenceNames: ReadonlyArray<readonly [keyof CheckReferences, string]> = [
	['cisAks', 'CIS AKS'],
	['mcsb', 'Microsoft cloud security benchmark'],
	['azurePolicy', 'Azure Policy'],
	['defender', 'Defender recommendation'],
];

export const heading = (text: string): Line => [{text, tone: 'heading'}];

const evidenceLine = ({path, value}: Evidence): Line => [{text: '  '}, {text: path, tone: 'accent'}, {text: ' = ', tone: 'dim'}, {text: value}];

const statusLine = (verdict: Verdict): Line => {
	const {severity} = verdict;
	switch (standingOf(verdict)) {
		case 'accepted': {
			return [{text: `${severityMark(severity)} fails and is accepted`, tone: 'dim'}];
		}

		case 'fail': {
			return [{text: `${severityMark(severity)} fails, ${severity}`, tone: severity, bold: true}];
		}

		case 'unknown': {
			return [{text: `${severityMark('unknown')} unknown`, tone: 'unknown', bold: true}, {text: `, ${severity} if it fails`, tone: 'dim'}];
		}

		case 'not-applicable': {
			return [{text: '- does not apply', tone: 'dim'}];
		}

		case 'pass': {
			return [{text: '+ passes', tone: 'good'}];
		}
	}
};

const outcomeLines = ({outcome}: Verdict): readonly Line[] => {
	switch (outcome.status) {
		case 'fail': {
			const detail: readonly Line[] = outcome.detail === undefined ? [] : [[{text: outcome.detail}]];
			return [[], heading('Evidence'), ...detail, ...outcome.evidence.map(evidence => evidenceLine(evidence))];
		}

		case 'pass': {
			return [[], heading('Evidence'), ...outcome.evidence.map(evidence => evidenceLine(evidence))];
		}

		case 'unknown': {
			return [[], heading('Why it is unknown'), [{text: `  ${outcome.reason}`}]];
		}

		case 'not-applicable': {
			return [[], heading('Why it does not apply'), evidenceLine(outcome.because)];
		}
	}
};

const acceptanceLines = ({from, reason, by, until, at}: Acceptance): readonly Line[] => [
	[],
	heading(from === 'azure' ? 'Exempt in Azure' : 'Accepted'),
	[{text: `  ${reason}`}],
	[{text: '  by ', tone: 'dim'}, {text: by ?? 'somebody whom Azure does not name'}],
	[{text: '  until ', tone: 'dim'}, {text: until ?? 'it is taken back: it has no end'}],
	[{text: `  ${at}`, tone: 'dim'}],
];

const fixLines = ({command, effect}: Fix): readonly Line[] => [
	[],
	[{text: 'Fix', tone: 'heading'}, {text: '  F copies it', tone: 'dim'}],
	...command.split('\n').map((line): Line => [{text: '  '}, {text: line, tone: 'accent'}]),
	[{text: `  ${effect}`}],
];

const referenceLines = (references: CheckReferences): readonly Line[] => {
	const lines = referenceNames.flatMap(([name, label]): readonly Line[] => {
		const ids = references[name] ?? [];
		return ids.length === 0 ? [] : [[{text: `  ${label} `, tone: 'dim'}, {text: ids.join(', ')}]];
	});
	return lines.length === 0 ? [] : [[], heading('References'), ...lines];
};

/**
Everything about one verdict: what it says, why it matters, what was read, what Defender says, the fix, what decides it, the references. The
lines are as long as their texts: who draws them wraps them.
*/
export const explanationOf = (check: Check, verdict: Verdict, fix: Fix | undefined, defender: readonly Line[] = []): readonly Line[] => {
	const title: readonly Segment[] = [{text: check.title, bold: true}];
	return [
		title,
		statusLine(verdict),
		...(verdict.accepted ? acceptanceLines(verdict.accepted) : []),
		[],
		[{text: check.why}],
		...outcomeLines(verdict),
		...defender,
		...(fix ? fixLines(fix) : []),
		[],
		[{text: 'Decided by', tone: 'heading'}],
		[{text: `  ${check.decidedBy}`, tone: 'dim'}],
		...referenceLines(check.references),
		[],
		[{text: check.id, tone: 'dim'}],
	];
};
