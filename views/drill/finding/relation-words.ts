import type {Finding} from '../../../source/model/finding.js';
import {exemptionOf} from '../../../source/posture/defender/exemption-of.js';
import type {FindingRelation} from '../../../source/posture/defender/defender-view.js';
import type {Line} from '../../theme.js';

const disagreement = (finding: Finding, standing: NonNullable<FindingRelation['verdict']>['standing']): Line => {
	if (finding.status === 'healthy') {
		return standing === 'fail' || standing === 'accepted'
			? [{text: 'disagrees', tone: 'high'}, {text: ': Defender calls it healthy, Azure reads a failure now'}]
			: [{text: 'Defender calls it healthy', tone: 'good'}];
	}

	switch (standing) {
		case 'fail': {
			return [{text: 'agrees: one line with two sources, counted once'}];
		}

		case 'accepted': {
			return [{text: 'agrees, and its failure is accepted', tone: 'dim'}];
		}

		case 'pass': {
			return [{text: 'disagrees', tone: 'medium'}, {text: ': Azure reads what the check asks for'}];
		}

		case 'unknown': {
			return [{text: 'could not be judged', tone: 'unknown'}, {text: ': only Defender says so'}];
		}

		case 'not-applicable': {
			return [{text: 'does not apply to this resource', tone: 'dim'}];
		}
	}
};

/**
What Defender and the check that says the same have to say of one another.
*/
export const agreementWords = (finding: Finding, {place, verdict}: FindingRelation): Line => {
	if (place === 'fixed') {
		return [{text: 'fixed in Azure', tone: 'good'}, {text: ', Defender looks again within 24 h'}];
	}

	if (place === 'exempt') {
		return [{text: 'exempt in Azure', tone: 'dim'}];
	}

	return verdict === undefined ? [{text: 'no check says the same', tone: 'dim'}] : disagreement(finding, verdict.standing);
};

/**
Where a finding counts, and why it does not.
*/
export const placeWords = (finding: Finding, {place}: FindingRelation): Line => {
	switch (place) {
		case 'own': {
			return [{text: 'once, by itself'}];
		}

		case 'check': {
			return [{text: 'once, with the check'}];
		}

		case 'fixed': {
			return [{text: 'not as something to do', tone: 'good'}, {text: ': Azure reads otherwise since'}];
		}

		case 'grouped': {
			return [{text: 'nowhere', tone: 'dim'}, {text: ': it is the sum of individual findings, which count'}];
		}

		case 'gone': {
			return [{text: 'nowhere', tone: 'dim'}, {text: ': its resource is gone'}];
		}

		case 'exempt': {
			return [{text: 'nowhere', tone: 'dim'}, {text: `: ${exemptionOf(finding)?.reason ?? 'exempt'}`}];
		}

		case 'closed': {
			return [{text: 'nowhere', tone: 'dim'}, {text: ': it is not open'}];
		}
	}
};
