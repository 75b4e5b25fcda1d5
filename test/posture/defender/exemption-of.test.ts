import test from 'ava';
import {exemptionOf, exemptionsByVerdict} from '../../../source/posture/defender/exemption-of.js';
import {findingsIn} from '../../support/findings.js';

const findings = findingsIn('security/assessments-list-composed.json');

test('an exemption is read from cause and description, both ways', t => {
	for (const file of ['security/assessments-list-composed.json', 'resource-graph/securityresources-assessments-composed-response.json']) {
		const exempt = findingsIn(file).map(finding => exemptionOf(finding)).filter(exemption => exemption !== undefined);
		t.deepEqual(exempt, [{name: 'acr-cmk-waiver', category: 'Waiver', reason: 'The resource is exempt: exemption "acr-cmk-waiver", category Waiver'}], `read from ${file}`);
	}
});

test('off by policy is no exemption, and an exemption without words is one', t => {
	const exempt = findings.find(finding => exemptionOf(finding) !== undefined)!;
	t.is(exemptionOf({...exempt, cause: 'OffByPolicy'}), undefined);
	t.is(exemptionOf({...exempt, status: 'unhealthy'}), undefined);
	t.like(exemptionOf({...exempt, statusText: undefined}), {name: undefined, category: undefined});
});

test('an exempted recommendation accepts the checks that say the same', t => {
	const exempt = {...findings.find(finding => exemptionOf(finding) !== undefined)!, assessmentKey: '56a83a6e-c417-42ec-b567-1e6fcb3d09a9'};
	const accepted = exemptionsByVerdict([...findings.filter(({status}) => status === 'unhealthy'), exempt]);
	t.deepEqual(accepted.keys().toArray(), [`${exempt.resourceKey}#aks-defender-sensor-missing`]);
	t.like(accepted.values().next().value, {from: 'azure', at: 'acr-cmk-waiver'});
});
