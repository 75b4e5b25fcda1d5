import {useMemo} from 'react';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {createWorklist, type WorklistInput} from '../../source/posture/worklist/create-worklist.js';
import type {WorklistEntry} from '../../source/posture/worklist/entry.js';
import {judgedLists} from '../judgements/judged-lists.js';
import {useDerivation} from '../use-derivation.js';
import {decisionEntries} from './decision-entries.js';
import {exemptionEntries} from './exemption-entries.js';

const inputOf = (snapshot: Snapshot): WorklistInput => ({
	lists: judgedLists(snapshot),
	posture: snapshot.posture,
	findings: snapshot.defender.standalone,
	decisions: [...decisionEntries(snapshot.decisions.rows), ...exemptionEntries(snapshot.endingExemptions)],
	relations: snapshot.relations,
});

/**
The ranked worklist of a fleet; absent while it is ranked for the first time.
*/
export const useWorklist = (snapshot: Snapshot): readonly WorklistEntry[] | undefined => {
	// Ranked anew only when something that it lists has changed.
	// eslint-disable-next-line react-hooks/exhaustive-deps
	const input = useMemo(() => inputOf(snapshot), [...judgedLists(snapshot), snapshot.posture, snapshot.defender.standalone, snapshot.decisions.rows, snapshot.endingExemptions, snapshot.relations]);
	return useDerivation('worklist', createWorklist, input);
};
