import {company} from '../fleet/estate.js';
import type {PackageFinding, Subject} from '../fleet/finding-spec.js';
import {imageCount, imageOf, type ImageSource} from '../fleet/images.js';
import {packages} from '../fleet/packages.js';
import type {AzureSeverity} from '../fleet/recommendations.js';
import {choose, hash} from '../random.js';
import {subjectId} from './finding-id.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';

const highestScore: Readonly<Record<AzureSeverity, number>> = {
	Critical: 9.8, High: 8.1, Medium: 5.9, Low: 3.7, Informational: 0,
};

const fixStatus = (fixed: string | undefined): string => (fixed === undefined ? 'NoFixAvailable' : 'FixAvailable');

const vectors = ['AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', 'AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N', 'AV:L/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N'];

/**
Numbers above 900000 are not given to anybody, so no real weakness is told of falsely.
*/
const cve = (key: string, finding: PackageFinding, fixed: string | undefined, context: DocumentContext): Json => {
	const number = hash(context.seed, key);
	const id = `CVE-${2023 + (number % 4)}-${900_000 + (number % 90_000)}`;
	const published = isoTime(context.base - days(20 + (number % 700)));
	return {
		CveId: id,
		AdditionalIdentifiers: [],
		Description: 'Crafted input makes the package read or write where it should not. Update the package to the fixed version.',
		ExtendedDescription: '',
		Cvss: [{Key: '3', Value: {Base: highestScore[finding.severity], CvssVectorString: `CVSS:3.1/${choose(context.seed, key, vectors)}`}}],
		CvssSource: 'NVD',
		Severity: finding.severity,
		PublishedDate: published,
		LastModifiedDate: published,
		Weaknesses: {Cwe: [{Id: choose(context.seed, key, ['CWE-190', 'CWE-787', 'CWE-400', 'CWE-502', 'CWE-22'])}]},
		FixStatus: fixStatus(fixed),
		FixedVersion: fixed ?? '',
		ExploitabilityDetails: {
			IsInExploitKit: false, IsPubliclyDisclosed: number % 3 === 0, IsVerified: number % 9 === 0, ExploitUris: [], Types: number % 3 === 0 ? ['Remote'] : [],
		},
		References: [{Title: id, Link: `https://nvd.nist.gov/vuln/detail/${id}`}],
		Tags: [],
	};
};

/**
The registry that the image of a finding lies in: a cluster pulls from its team's.
*/
export const imageSourceOf = ({spec, kind}: Subject): ImageSource =>
	kind === 'registry' ? spec : spec.pullsFrom ?? {name: `${company.prefix}${spec.team}`, team: spec.team};

/**
The number of the image that a finding is about, in its registry.
*/
export const imageNumberOf = ({subject, number}: PackageFinding): number => number % imageCount(imageSourceOf(subject));

/**
The package that a finding is about: no two of one image are alike while there are fewer findings than images × packages.
*/
export const packageOf = (finding: PackageFinding): (typeof packages)[number] => {
	const images = imageCount(imageSourceOf(finding.subject));
	return packages[(Math.floor(finding.number / images) + (imageNumberOf(finding) * 5)) % packages.length]!;
};

/**
A finding of vulnerability assessment as it comes since sub-assessments ended on 2026-07-31: an ordinary assessment of
category SoftwareUpdate whose CVEs are JSON inside a string (defender-docs, transition to individual recommendations).
*/
export const packageData = (finding: PackageFinding, context: DocumentContext): Json => {
	const {subject} = finding;
	const {seed, base} = context;
	const source = imageSourceOf(subject);
	const image = imageOf(source, imageNumberOf(finding), context);
	const {repository, tag, digest} = image;
	const [name, vendor, type, found, fixed] = packageOf(finding);
	const key = `${source.name} ${repository} ${image.number}`;
	const id = subjectId(subject);
	const isRunning = subject.kind === 'cluster';
	const nativeId = isRunning
		? `${id}/namespaces/${subject.spec.team}/pods/${repository.split('/', 2)[1]!}`
		: `${id}/repositories-${repository.replace('/', '-')}-images-${digest}`;
	const findings = Array.from({length: 1 + (hash(seed, `cves ${key} ${name}`) % 3)}, (_, index) => cve(`${key} ${name} ${index}`, finding, fixed, context));
	const identifiers = findings.map(entry => entry.CveId);
	const seen = isoTime(finding.appearedAt === undefined ? base - days(1 + (hash(seed, `seen ${key} ${name}`) % 60)) : base + (finding.appearedAt * 1000));
	return {
		resourceDetails: {
			Source: 'Azure',
			Id: isRunning ? nativeId : nativeId.slice(id.length + 1),
			ResourceId: nativeId,
			NativeResourceId: nativeId,
			ResourceName: repository.split('/', 2)[1]!,
			ResourceType: isRunning ? 'K8s-container' : '.containerimage',
			ResourceProvider: isRunning ? 'microsoft.containerservice' : 'microsoft.containerregistry',
		},
		resourceAdditionalData: JSON.stringify({
			Digest: digest,
			MediaType: 'application/vnd.docker.distribution.manifest.v2+json',
			ArtifactType: 'ContainerImage',
			LastPushedToRegistryUTC: isoTime(image.pushedAt),
			Tags: [tag],
			RepositoryDetails: {RegistryHost: `${source.name}.azurecr.io`, RepositoryName: repository},
			OsDetails: {OsPlatform: 'linux', OsVersion: image.os},
		}),
		displayName: `Update ${name}`,
		status: {
			code: 'Unhealthy', cause: '', description: '', statusChangeDate: seen, firstEvaluationDate: seen,
		},
		additionalData: {
			SoftwareName: name,
			SoftwareVendor: vendor,
			PackageType: type,
			Language: type === 'OS' ? '' : vendor,
			DetectedSoftwareVersions: JSON.stringify([found]),
			FixedVersion: fixed ?? '',
			MaxCvssScore: String(highestScore[finding.severity]),
			ScannersDetails: JSON.stringify({
				mdvm: {
					DetectedSoftwareVersions: [found], FixedVersion: fixed ?? '', FixStatus: fixStatus(fixed), category: type, PackageType: type, Language: '', CvesIds: identifiers,
				},
			}),
			CvesDetails: JSON.stringify(findings),
		},
		risk: {
			level: finding.severity, riskFactors: isRunning ? ['Exposure to the internet'] : [], attackPathsReferences: [], isContextualRisk: true,
		},
		metadata: {
			displayName: `Update ${name}`,
			assessmentType: 'DynamicBuiltIn',
			recommendationCategory: 'SoftwareUpdate',
			description: 'The image holds a package with known vulnerabilities.',
			remediationDescription: fixed === undefined ? 'No fixed version is known yet: limit what the container may reach until there is one.' : `Build the image anew on a base that has ${name} ${fixed} or later.`,
			categories: ['Container'],
			severity: finding.severity,
			userImpact: 'Moderate',
			implementationEffort: 'Moderate',
			threats: [],
		},
	};
};
