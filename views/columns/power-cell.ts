import {isUnknown, type Fact} from '../../source/model/known.js';
import type {Cell} from './column.js';
import {notReportedCell, unknownCell} from './fact-cell.js';

/**
Runs, is stopped, is being changed, or failed: `powerState.code` and `provisioningState` in one word.
*/
export const powerCell = ({provisioningState, powerState}: {
	readonly provisioningState: Fact<string | undefined>;
	readonly powerState: Fact<string | undefined>;
}): Cell => {
	const provisioning = isUnknown(provisioningState) ? undefined : provisioningState;
	if (provisioning !== undefined && provisioning.toLowerCase() !== 'succeeded') {
		const isFailed = provisioning.toLowerCase() === 'failed' || provisioning.toLowerCase() === 'canceled';
		return {text: provisioning, tone: isFailed ? 'high' : 'accent'};
	}

	if (isUnknown(powerState)) {
		return unknownCell;
	}

	if (powerState === undefined) {
		return isUnknown(provisioningState) ? unknownCell : notReportedCell;
	}

	return {text: powerState, tone: powerState.toLowerCase() === 'running' ? 'plain' : 'dim'};
};
