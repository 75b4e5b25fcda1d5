import {kqlLiteral, readKqlLiteral} from './kql-literal.js';

/**
One question to Azure Resource Graph. `text` is the query, whole; KQL filters, orders and counts, and never reshapes a
document, so that one reader serves these rows and Resource Manager's answers.
*/
export type Query = {
	readonly name: string;
	readonly text: string;
	/**
	Rows of a page: few enough that a page is parsed in a few milliseconds and stays far below the 16 MiB of an answer.
	*/
	readonly pageSize: number;
	/**
	Whether what was set above the subscriptions that are asked, at their management groups, is wanted too.

	@default false
	*/
	readonly isInherited?: boolean;
};

/**
A question about one resource, by its id in any casing.
*/
export type QueryAbout = Omit<Query, 'text'> & {readonly text: (id: string) => string};

/**
The columns that every table of Resource Graph has: the whole document.
*/
const document = 'project id, name, type, tenantId, kind, location, resourceGroup, subscriptionId, managedBy, sku, plan, properties, tags, identity, zones, extendedLocation';

/**
Of a role assignment or definition: its other columns are empty, and a tenant has tens of thousands.
*/
const rightsDocument = 'project id, name, type, subscriptionId, properties';

const ofType = (table: string, ...types: readonly string[]): string => `${table}
| where ${types.map(type => `type =~ '${type}'`).join(' or ')}
| order by id asc
| ${document}`;

const containerResource = (text: string): string =>
	`${text} contains '/microsoft.containerservice/managedclusters/' or ${text} contains '/microsoft.containerregistry/registries/'`;

/**
What findings are told by, whichever way their members are written: PascalCase in Resource Graph for alerts and
`resourceDetails`, camelCase in the specification.
*/
const findingFacts = `securityresources
| extend resourceType = coalesce(tostring(properties.resourceDetails.ResourceType), tostring(properties.resourceDetails.resourceType)),
	touched = coalesce(tostring(properties.ResourceIdentifiers), tostring(properties.resourceIdentifiers)),
	component = coalesce(tostring(properties.ProductComponentName), tostring(properties.productComponentName)),
	alertStatus = coalesce(tostring(properties.Status), tostring(properties.status)),
	code = tostring(properties.status.code),
	severity = tolower(coalesce(tostring(properties.metadata.severity), tostring(properties.status.severity), tostring(properties.Severity), tostring(properties.severity)))`;

const ofContainers = `(${containerResource('id')}
			or resourceType in~ ('.containerimage', 'containerimage', 'k8s-container')
			or tostring(properties.metadata.categories) contains '"Container"')`;

const openAlert = `(type =~ 'microsoft.security/locations/alerts'
		and alertStatus in~ ('Active', 'InProgress')
		and (component =~ 'Containers' or ${containerResource('touched')}))`;

/**
What Defender says of containers and that is open.

- Assessments that are Unhealthy: of a cluster or registry (the id of what they extend), of an image or a running
container (since 2026-07-31 these are ordinary assessments, told by `resourceDetails`, whose members are PascalCase in
recorded answers and camelCase in the specification), or of the category Container (the plans of a subscription).
- Alerts that are Active or InProgress: their members are PascalCase here and camelCase in Resource Manager.
*/
const openFindings = `${findingFacts}
| where (type =~ 'microsoft.security/assessments'
		and code =~ 'Unhealthy'
		and ${ofContainers})
	or ${openAlert}`;

const worstFirst = `extend rank = case(severity == 'critical', 0, severity == 'high', 1, severity == 'medium', 2, severity == 'low', 3, 4)
| order by rank asc, id asc`;

const openFirst = `extend isSettled = code in~ ('Healthy', 'NotApplicable')
| extend rank = case(isSettled, 5, severity == 'critical', 0, severity == 'high', 1, severity == 'medium', 2, severity == 'low', 3, 4)
| order by rank asc, id asc`;

/**
Who an assessment of an image speaks of and how bad it is. Its details are JSON inside a string, whose members are seen in
the wild with capitals; they are read either way.
*/
const imageFacts = `${findingFacts}
| where type =~ 'microsoft.security/assessments'
| extend data = parse_json(tostring(properties.resourceAdditionalData))
| extend about = tolower(tostring(split(tolower(id), '/providers/microsoft.security/')[0])),
	host = tolower(coalesce(tostring(data.RepositoryDetails.RegistryHost), tostring(data.repositoryDetails.registryHost))),
	repository = coalesce(tostring(data.RepositoryDetails.RepositoryName), tostring(data.repositoryDetails.repositoryName)),
	digest = tolower(coalesce(tostring(data.Digest), tostring(data.digest))),
	isOpen = code =~ 'Unhealthy',
	hasFix = isnotempty(coalesce(tostring(properties.additionalData.FixedVersion), tostring(properties.additionalData.fixedVersion)))`;

const inRegistry = 'resourceType in~ (\'.containerimage\', \'containerimage\')';

const inCluster = 'resourceType =~ \'k8s-container\' and about contains \'/microsoft.containerservice/managedclusters/\'';

const countBySeverity = (prefix: string, condition: string): string => [
	...['critical', 'high', 'medium', 'low'].map(severity => `${prefix}_${severity} = countif(${condition} and severity == '${severity}')`),
	`${prefix}_info = countif(${condition} and severity !in ('critical', 'high', 'medium', 'low'))`,
].join(', ');

/**
Types of what is judged, as a policy state names them: the specification's example begins with a slash.
*/
const policyTypes = [
	'microsoft.containerservice/managedclusters',
	'microsoft.containerservice/managedclusters/agentpools',
	'microsoft.containerregistry/registries',
	'microsoft.containerinstance/containergroups',
	'microsoft.resources/subscriptions',
	'microsoft.compute/diskencryptionsets',
	'microsoft.keyvault/vaults',
].flatMap(type => [type, `/${type}`]);

/**
Everything that crowsnest asks of Resource Graph.
Source: tables and columns of `resources`, `securityresources`, `authorizationresources`, `policyresources` and `resourcecontainers`, api-version 2024-04-01.
*/
export const queries = {
	subscriptions: {
		name: 'subscriptions',
		pageSize: 1000,
		text: ofType('resourcecontainers', 'microsoft.resources/subscriptions'),
	},
	clusters: {
		name: 'clusters',
		pageSize: 200,
		text: ofType('resources', 'microsoft.containerservice/managedclusters'),
	},
	registries: {
		name: 'registries',
		pageSize: 500,
		text: ofType('resources', 'microsoft.containerregistry/registries'),
	},
	containerGroups: {
		name: 'containerGroups',
		pageSize: 250,
		text: ofType('resources', 'microsoft.containerinstance/containergroups'),
	},
	registryChildren: {
		name: 'registryChildren',
		pageSize: 1000,
		text: ofType('resources', 'microsoft.containerregistry/registries/replications', 'microsoft.containerregistry/registries/webhooks'),
	},
	defenderPlans: {
		name: 'defenderPlans',
		pageSize: 1000,
		text: ofType('securityresources', 'microsoft.security/pricings'),
	},
	diskEncryptionSets: {
		name: 'diskEncryptionSets',
		pageSize: 1000,
		text: ofType('resources', 'microsoft.compute/diskencryptionsets'),
	},
	keyVaults: {
		name: 'keyVaults',
		pageSize: 1000,
		text: ofType('resources', 'microsoft.keyvault/vaults'),
	},
	/**
	Machines that Azure Arc connects and that are not known to run Linux, each with what Update Manager found at its last look.
	*/
	hosts: {
		name: 'hosts',
		pageSize: 500,
		text: `resources
| where type =~ 'microsoft.hybridcompute/machines'
	and tostring(properties.osType) !~ 'linux'
| extend machineKey = tolower(id)
| join kind=leftouter (
	patchassessmentresources
	| where type =~ 'microsoft.hybridcompute/machines/patchassessmentresults'
	| project patchedKey = tostring(split(tolower(id), '/patchassessmentresults/')[0]), patches = properties
) on $left.machineKey == $right.patchedKey
| order by id asc
| ${document}, patches`,
	},
	/**
	What stands in the node resource groups of clusters, and, wherever they stand, public addresses that a cluster's cloud
	provider has tagged for a Service, and load balancers that lead to scale sets or network interfaces named as AKS names its own, or to
	addresses. Resource Graph has no `leftsemi`, so the groups are joined and left out again.
	*/
	networkResources: {
		name: 'networkResources',
		pageSize: 250,
		text: `resources
| where type in~ ('microsoft.network/publicipaddresses', 'microsoft.network/loadbalancers', 'microsoft.network/networksecuritygroups', 'microsoft.network/routetables', 'microsoft.network/virtualnetworks')
| extend groupKey = strcat(subscriptionId, '/', tolower(resourceGroup)), backends = tostring(properties.backendAddressPools)
| join kind=leftouter (
	resources
	| where type =~ 'microsoft.containerservice/managedclusters'
	| extend nodeGroupKey = strcat(subscriptionId, '/', tolower(tostring(properties.nodeResourceGroup)))
	| distinct nodeGroupKey
) on $left.groupKey == $right.nodeGroupKey
| where isnotempty(nodeGroupKey)
	or (type =~ 'microsoft.network/publicipaddresses' and isnotempty(tostring(tags['k8s-azure-service'])))
	or (type =~ 'microsoft.network/loadbalancers' and (backends contains '/virtualmachinescalesets/aks' or backends contains '/networkinterfaces/aks' or backends contains '"ipaddress"'))
| order by id asc
| ${document}`,
	},
	/**
	Disks that disk.csi.azure.com has made for volumes; it tags them so.
	*/
	dataDisks: {
		name: 'dataDisks',
		pageSize: 500,
		text: `resources
| where type =~ 'microsoft.compute/disks'
	and isnotempty(tostring(tags['kubernetes.io-created-for-pvc-name']))
| order by id asc
| ${document}`,
	},
	/**
	Who holds which role at a scope that reaches the fleet: everything above resources, those at a management group or at the root
	included, and what was given on a cluster, registry, vault or container group itself.
	*/
	roleAssignments: {
		name: 'roleAssignments',
		pageSize: 1000,
		isInherited: true,
		text: `authorizationresources
| where type =~ 'microsoft.authorization/roleassignments'
| extend at = tolower(tostring(properties.scope))
| where not(at matches regex '/resourcegroups/[^/]+/providers/')
	or at contains '/providers/microsoft.containerservice/'
	or at contains '/providers/microsoft.containerregistry/'
	or at contains '/providers/microsoft.keyvault/'
	or at contains '/providers/microsoft.containerinstance/'
| order by id asc
| ${rightsDocument}`,
	},
	/**
	What those roles let do: definitions that somebody holds, and all that a company has made itself.
	*/
	roleDefinitions: {
		name: 'roleDefinitions',
		pageSize: 500,
		isInherited: true,
		text: `authorizationresources
| where type =~ 'microsoft.authorization/roledefinitions'
| extend roleKey = tolower(name)
| join kind=leftouter (
	authorizationresources
	| where type =~ 'microsoft.authorization/roleassignments'
	| extend heldKey = tolower(tostring(split(tostring(properties.roleDefinitionId), '/')[-1]))
	| distinct heldKey
) on $left.roleKey == $right.heldKey
| where isnotempty(heldKey) or tostring(properties.type) !~ 'BuiltInRole'
| order by id asc
| ${rightsDocument}`,
	},
	/**
	What Azure Policy was told to leave out: its states that are exempt, of resources that are judged, and all exemptions, which
	may be set at a management group.
	*/
	policyExemptions: {
		name: 'policyExemptions',
		pageSize: 1000,
		isInherited: true,
		text: `policyresources
| where type =~ 'microsoft.authorization/policyexemptions'
	or (type =~ 'microsoft.policyinsights/policystates'
		and tostring(properties.complianceState) =~ 'Exempt'
		and tostring(properties.resourceType) in~ ('${policyTypes.join('\', \'')}'))
| order by id asc
| ${document}`,
	},
	findings: {
		name: 'findings',
		pageSize: 500,
		text: `${openFindings}
| ${worstFirst}
| ${document}`,
	},
	/**
	Rows `{severity, total}`, one for each severity as Defender writes it in small letters. Such rows have no `id`, and
	without one Resource Graph gives no `$skipToken`: they must fit on one page.
	*/
	findingTotals: {
		name: 'findingTotals',
		pageSize: 1000,
		text: `${openFindings}
| summarize total = count() by severity`,
	},
	/**
	Rows `{subscriptionId, total}`, one for each subscription in which Defender has assessed anything. They have no `id`, as those
	above: no more subscriptions are asked at once than fit on a page.
	*/
	assessedSubscriptions: {
		name: 'assessedSubscriptions',
		pageSize: 1000,
		text: `securityresources
| where type =~ 'microsoft.security/assessments'
| summarize total = count() by subscriptionId`,
	},
	/**
	Assessments of containers that somebody has exempted: they are not open, and accept what a check says.
	*/
	exemptFindings: {
		name: 'exemptFindings',
		pageSize: 500,
		text: `${findingFacts}
| where type =~ 'microsoft.security/assessments'
	and code =~ 'NotApplicable'
	and tostring(properties.status.cause) =~ 'Exempt'
	and ${ofContainers}
| order by id asc
| ${document}`,
	},
	/**
	Open findings on a resource and on what lies below it, and its built-in recommendations that are met or exempt: they tell
	whether Defender agrees with a check.
	*/
	findingsOf: {
		name: 'findingsOf',
		pageSize: 500,
		text: (id: string) => `${findingFacts}
| where (type =~ 'microsoft.security/assessments'
		and (code =~ 'Unhealthy'
			or (code =~ 'NotApplicable' and tostring(properties.status.cause) =~ 'Exempt')
			or (code =~ 'Healthy' and tostring(properties.metadata.assessmentType) =~ 'BuiltIn'))
		and ${ofContainers})
	or ${openAlert}
| extend about = ${kqlLiteral(id)}
| where id startswith strcat(about, '/')
	or coalesce(tostring(properties.resourceDetails.Id), tostring(properties.resourceDetails.id)) =~ about
	or touched contains strcat('"', about, '"')
	or touched contains strcat('"', about, '/')
| ${openFirst}
| ${document}`,
	},
	/**
	One row for each image in a registry that Defender has assessed: how many of its packages are vulnerable, by severity.
	The id is made of what is summed up over: without an id Resource Graph gives no `$skipToken`.
	*/
	imageScans: {
		name: 'imageScans',
		pageSize: 1000,
		text: `${imageFacts}
| where ${inRegistry}
| summarize ${countBySeverity('open', 'isOpen')},
	${countBySeverity('fixable', 'isOpen and hasFix')},
	tagNames = max(coalesce(tostring(data.Tags), tostring(data.tags))),
	os = max(coalesce(tostring(data.OsDetails.OsPlatform), tostring(data.osDetails.osPlatform))),
	pushed = max(todatetime(coalesce(tostring(data.LastPushedToRegistryUTC), tostring(data.lastPushedToRegistryUTC)))),
	assessed = max(todatetime(coalesce(tostring(properties.status.statusChangeDate), tostring(properties.status.firstEvaluationDate)))),
	scanned = max(todatetime(tostring(properties.timeGenerated)))
	by subscriptionId, about, host, repository, digest
| extend id = strcat(about, '/images/', repository, '@', digest)
| order by id asc
| project id, subscriptionId, about, host, repository, digest, open_critical, open_high, open_medium, open_low, open_info, fixable_critical, fixable_high, fixable_medium, fixable_low, fixable_info, tagNames, os, pushed, assessed, scanned`,
	},
	/**
	One row for each image that runs in a cluster and that Defender has found vulnerable there.
	*/
	runningScans: {
		name: 'runningScans',
		pageSize: 1000,
		text: `${imageFacts}
| where ${inCluster}
| summarize ${countBySeverity('open', 'isOpen')}
	by subscriptionId, about, host, repository, digest
| extend id = strcat(about, '/images/', repository, '@', digest)
| order by id asc
| project id, subscriptionId, about, host, repository, digest, open_critical, open_high, open_medium, open_low, open_info`,
	},
	/**
	The vulnerability records of one image, by its digest: whole assessments.
	*/
	imageRecords: {
		name: 'imageRecords',
		pageSize: 100,
		text: (digest: string) => `${imageFacts}
| where isOpen and digest == tolower(${kqlLiteral(digest)}) and (${inRegistry} or ${inCluster})
| ${worstFirst}
| ${document}`,
	},
	/**
	The document of one cluster or registry.
	*/
	document: {
		name: 'document',
		pageSize: 1,
		text: (id: string) => `resources
| where id =~ ${kqlLiteral(id)}
| ${document}`,
	},
	/**
	The document of one subscription.
	*/
	subscriptionDocument: {
		name: 'subscriptionDocument',
		pageSize: 1,
		text: (id: string) => `resourcecontainers
| where type =~ 'microsoft.resources/subscriptions'
	and id =~ ${kqlLiteral(id)}
| ${document}`,
	},
	/**
	What Update Manager found on one machine of Azure Arc.
	*/
	hostPatches: {
		name: 'hostPatches',
		pageSize: 1,
		text: (id: string) => `patchassessmentresources
| where type =~ 'microsoft.hybridcompute/machines/patchassessmentresults'
	and tostring(split(tolower(id), '/patchassessmentresults/')[0]) == tolower(${kqlLiteral(id)})
| ${document}`,
	},
	/**
	The document of one assessment or alert.
	*/
	findingDocument: {
		name: 'findingDocument',
		pageSize: 1,
		text: (id: string) => `securityresources
| where id =~ ${kqlLiteral(id)}
| ${document}`,
	},
} as const satisfies Readonly<Record<string, Query | QueryAbout>>;

/**
The id that a query about one resource was made with; absent where the text was not made from this entry.
*/
export const idAsked = (query: QueryAbout, text: string): string | undefined => {
	const [before = '', after = ''] = query.text('').split('\'\'', 2);
	if (!text.startsWith(before) || !text.endsWith(after) || text.length < before.length + after.length + 2) {
		return undefined;
	}

	const id = readKqlLiteral(text.slice(before.length, text.length - after.length));
	return query.text(id) === text ? id : undefined;
};
