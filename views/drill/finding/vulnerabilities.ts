import type {Finding} from '../../../source/model/finding.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Vulnerabilities} from '../../../source/model/vulnerability.js';
import {vulnerabilityColumns} from '../../columns/vulnerabilities.js';
import type {Tab, TabContext} from '../tab.js';

const known = ({detail: {vulnerabilities}}: TabContext<Finding>): Vulnerabilities | undefined =>
	(isUnknown(vulnerabilities) ? undefined : vulnerabilities);

const whyEmpty = ({resource, detail: {document, vulnerabilities}}: TabContext<Finding>): string => {
	if (isUnknown(vulnerabilities)) {
		return `CVEs are unknown: ${vulnerabilities.reason}`;
	}

	if (vulnerabilities !== undefined) {
		return 'Defender names the package and lists no CVE for it.';
	}

	if (document === undefined) {
		return 'The finding is being read from Defender for Cloud.';
	}

	return resource.source === 'alert'
		? 'An alert is about what happened, not about a package: it has no CVEs.'
		: 'This recommendation is not about a vulnerable package: it has no CVEs.';
};

const noRows: readonly never[] = [];

/**
The CVEs of the package that a finding is about, as far as its document tells.
*/
export const vulnerabilities: Tab<Finding> = {
	id: 'cves',
	title: 'CVEs',
	type: 'table',
	count: context => known(context)?.total,
	rows: context => known(context)?.items ?? noRows,
	columns: vulnerabilityColumns,
	empty: whyEmpty,
};
