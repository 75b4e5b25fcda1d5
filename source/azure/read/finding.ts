import type {Finding} from '../../model/finding.js';
import {Branch} from './branch.js';
import {readAlert} from './alert.js';
import {readAssessment} from './assessment.js';

const defenderType = /\/providers\/microsoft\.security\/(?:locations\/[^\/]+\/)?(?<type>alerts|assessments)\/[^\/]+$/iv;

/**
Maps an assessment or an alert of Defender for Cloud, as Resource Manager and Resource Graph send it. Never throws;
gives nothing where the document has no usable id or is neither of both.
Source: Microsoft.Security assessments 2025-05-04, alerts 2022-01-01. Members come in camelCase from Resource Manager
and partly in PascalCase from Resource Graph.
*/
export const readFinding = (document: unknown): Finding | undefined => {
	const root = Branch.of(document, true);
	const id = root.raw('id');
	if (typeof id !== 'string') {
		return undefined;
	}

	// A vault may be called "alerts": only what follows the provider of Defender itself tells.
	const type = defenderType.exec(id)?.groups?.type?.toLowerCase();
	if (type === 'alerts') {
		return readAlert(root);
	}

	return type === 'assessments' ? readAssessment(root) : undefined;
};
