import {severities, type Severity} from '../model/severity.js';
import type {JudgedKind} from './check.js';
import type {FleetPosture, ResourcePosture} from './posture.js';
import {fleetScore} from './score.js';

/**
Sums up the postures of all resources of a fleet.
*/
export const fleetPosture = (resources: Iterable<{readonly kind: JudgedKind; readonly posture: ResourcePosture}>): FleetPosture => {
	const byKey = new Map<string, ResourcePosture>();
	const scores: Array<{readonly kind: JudgedKind; readonly score: number | undefined}> = [];
	const failed: Record<Severity, number> = {
		critical: 0, high: 0, medium: 0, low: 0, info: 0,
	};
	let unknown = 0;
	let passed = 0;
	let accepted = 0;
	for (const {kind, posture} of resources) {
		// Some answers hold a resource twice.
		if (byKey.has(posture.key)) {
			continue;
		}

		byKey.set(posture.key, posture);
		scores.push({kind, score: posture.score});
		unknown += posture.unknown;
		passed += posture.passed;
		accepted += posture.accepted;
		for (const severity of severities) {
			failed[severity] += posture.failed[severity];
		}
	}

	return {
		byKey, failed, unknown, passed, accepted, score: fleetScore(scores),
	};
};
