import test from 'ava';
import {readDefenderPlan} from '../../../source/azure/read/defender-plan.js';
import {readFinding} from '../../../source/azure/read/finding.js';
import {readKubernetesVersions} from '../../../source/azure/read/kubernetes-versions.js';
import {plainText} from '../../../source/azure/read/plain-text.js';
import {isUnknown} from '../../../source/model/known.js';
import {
	alertExamples,
	assessmentExamples,
	pricingExamples,
	readDocument,
	type Json,
} from '../../support/azure-documents.js';

const assessment = (properties: Json): Json => ({id: '/subscriptions/a/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/acr/providers/Microsoft.Security/assessments/KEY', name: 'KEY', properties});

test('every assessment has a resource, a title and its own severity', t => {
	t.true(assessmentExamples.length >= 20);
	for (const {file, document} of assessmentExamples) {
		const finding = readFinding(document);
		t.truthy(finding, file);
		const properties = document.properties as {metadata?: {severity?: string}; status: {code: string}};
		const sent = properties.metadata?.severity?.toLowerCase();
		t.is(finding!.severityUnknown, sent === undefined, file);
		t.true(finding!.severity === (sent ?? 'info'), file);
		t.is(finding!.status.replace('-', ''), properties.status.code.toLowerCase(), file);
		t.regex(finding!.resourceKey, /^\/subscriptions\//v, file);
		t.not(finding!.resourceName, '', file);
		t.false(isUnknown(finding!.portalUrl), file);
	}
});

test('Resource Manager and Resource Graph say the same of one alert, in their own casing', t => {
	const graph = (readDocument('resource-graph/securityresources-alerts-composed-response.json').data as readonly Json[]).map(row => readFinding(row)!);
	const manager = (readDocument('security/alerts-list-aks-composed.json').value as readonly Json[]).map(item => readFinding(item)!);
	t.deepEqual(graph, manager);
	t.deepEqual(graph.map(({status}) => status).toSorted(), ['active', 'active', 'dismissed', 'in-progress', 'resolved']);
	t.like(graph[1], {
		severity: 'high', region: 'westeurope', resourceName: 'aks-shop', resourceType: 'managedclusters', tactics: ['Execution', 'Impact', 'T1496', 'T1059', 'T1059.004'],
		description: 'A process that mines digital currency ran in a container.\nEscape test: red and a bell .', remediation: 'Kill the pod\nRotate the secrets that it could read',
	});
});

test('a resource that is called "alerts" is not an alert', t => {
	const finding = readFinding({id: '/subscriptions/a/resourceGroups/rg/providers/microsoft.keyvault/vaults/alerts/providers/Microsoft.Security/assessments/KEY', name: 'KEY', properties: {status: {code: 'Unhealthy'}}});
	t.like(finding, {
		source: 'assessment', status: 'unhealthy', resourceName: 'alerts', resourceType: 'vaults',
	});
});

test('every alert is read', t => {
	t.true(alertExamples.length >= 10);
	for (const {file, document} of alertExamples) {
		const finding = readFinding(document);
		t.is(finding?.source, 'alert', file);
		t.false(finding!.severityUnknown, file);
	}
});

test('an image finding names its repository, its package and its CVEs out of JSON inside texts', t => {
	const finding = readFinding(readDocument('security/assessment-container-image-individual-composed.json'))!;
	t.like(finding, {severity: 'critical', resourceName: 'shop/frontend', resourceType: 'containerimage'});
	t.true(finding.resourceKey.startsWith('/subscriptions/00000000-0000-0000-0000-0000000000a1/resourcegroups/rg-shop/providers/microsoft.containerregistry/registries/acrshop/'));
	t.is(finding.description, 'The image holds a package with known vulnerabilities.\nPackage libexpat1, fixed in 2.4.7-1ubuntu0.4: CVE-2024-45491 (critical), CVE-2024-45490 (unknown)');
});

test('broken JSON inside a text harms nothing', t => {
	const finding = readFinding(assessment({resourceAdditionalData: '{', additionalData: {SoftwareName: 'x', CvesDetails: '[{'}, metadata: {severity: 'Low'}}))!;
	t.is(finding.description, 'Package x, no fixed version is known');
});

test('the severity is the metadata\'s, then the status\'s, then unknown', t => {
	t.like(readFinding(assessment({metadata: {severity: 'HIGH'}})), {severity: 'high', severityUnknown: false});
	t.like(readFinding(assessment({status: {severity: 'Medium'}})), {severity: 'medium', severityUnknown: false});
	t.like(readFinding(assessment({metadata: {severity: 'Apocalyptic'}})), {severity: 'info', severityUnknown: true});
	t.like(readFinding(assessment({metadata: 7})), {severityUnknown: true, status: 'unknown'});
});

test('a portal link gets its scheme, and only https is a link', t => {
	t.is(readFinding(assessment({links: {azurePortal: 'portal.azure.com/#blade/x'}}))!.portalUrl, 'https://portal.azure.com/#blade/x');
	t.is(readFinding(assessment({links: {azurePortalUri: 'https://www.portal.azure.com/y'}}))!.portalUrl, 'https://www.portal.azure.com/y');
	t.is(readFinding(assessment({links: {}}))!.portalUrl, undefined);
	// eslint-disable-next-line no-script-url
	for (const azurePortal of ['javascript:alert(1)', 'ftp://portal.azure.com/', 'file:///etc/passwd', 'https://[']) {
		t.like(readFinding(assessment({links: {azurePortal}}))!.portalUrl, {unknown: 'malformed'});
	}
});

test('HTML becomes plain lines', t => {
	t.is(plainText('1. Open <b>it</b><br>2. See <a href="https://aka.ms/x" target="_blank">here</a>&amp;there<br/><ul><li>one</li><li>two</li></ul>'), '1. Open it\n2. See here (https://aka.ms/x)&there\n- one\n- two');
	t.is(plainText('a &lt; b &#27;[31mred&#x1b;[0m &unknown; 1 < 2'), 'a < b red &unknown; 1 < 2');
	const started = performance.now();
	plainText('<a '.repeat(1_000_000));
	plainText('<br'.repeat(1_000_000));
	// Linear; a pattern that backtracks would take hours.
	t.true(performance.now() - started < 20_000);
});

test('plans of subscriptions are read, plans of one resource are not', t => {
	for (const {file, document} of pricingExamples) {
		const plan = readDefenderPlan(document);
		const isOfResource = /\/resourcegroups\//iv.test(document.id as string);
		t.is(plan === undefined, isOfResource, `${file} ${String(document.id)}`);
		if (plan === undefined) {
			continue;
		}

		t.is(plan.name, document.name as string, file);
		t.is(plan.tier, (document.properties as Json).pricingTier as string, file);
	}

	const [containers] = readDocument('security/pricings-list-composed.json').value as readonly Json[];
	t.deepEqual(readDefenderPlan(containers)!.extensions, {
		ContainerRegistriesVulnerabilityAssessments: true, AgentlessDiscoveryForKubernetes: false, AgentlessVmScanning: true, ContainerSensor: true, ContainerIntegrityContribution: false,
	});
	t.is(readDefenderPlan(containers)!.freeTrialRemaining, 'P26DT17H24M');
});

test('an extension whose switch cannot be read is neither on nor off', t => {
	const plan = readDefenderPlan({id: '/subscriptions/A/providers/Microsoft.Security/pricings/Containers', properties: {pricingTier: 'standard', extensions: [{name: 'x', isEnabled: 'maybe'}, {name: 'y', isEnabled: 'FALSE'}]}})!;
	t.deepEqual(plan.extensions, {y: false});
	t.like(plan, {tier: 'Standard', subscriptionId: 'a'});
});

test('Kubernetes versions come newest first, whatever their order', t => {
	const versions = readKubernetesVersions(readDocument('aks/kubernetes-versions-composed.json'));
	t.false(isUnknown(versions));
	t.deepEqual((versions as ReadonlyArray<{minor: string}>).map(({minor}) => minor), ['1.35', '1.34', '1.33', '1.32', '1.31']);
	t.like((versions as readonly unknown[])[2], {patches: ['1.33.12', '1.33.5', '1.33.4'], isPreview: false});
	const recorded = readKubernetesVersions(readDocument('recorded/aks-kubernetes-versions.json').body) as ReadonlyArray<{minor: string; patches: readonly string[]}>;
	t.true(recorded.length >= 3);
	t.true(recorded.every(({patches}) => patches.length > 0));
});

test('an answer about versions that cannot be read is unknown as a whole', t => {
	for (const answer of [undefined, {}, {value: []}, {values: 'x'}, {values: [{version: '1.33'}, {}]}, {values: [{version: 1.33}]}, {values: [{version: '1.33', capabilities: {supportPlan: 'x'}}]}]) {
		t.true(isUnknown(readKubernetesVersions(answer)), JSON.stringify(answer));
	}
});
