import type {Image} from '../../../source/model/image.js';
import {isUnknown} from '../../../source/model/known.js';
import type {Vulnerabilities} from '../../../source/model/vulnerability.js';
import {vulnerabilityColumns} from '../../columns/vulnerabilities.js';
import type {Tab, TabContext} from '../tab.js';

const known = ({detail: {vulnerabilities}}: TabContext<Image>): Vulnerabilities | undefined =>
	(isUnknown(vulnerabilities) ? undefined : vulnerabilities);

const whyEmpty = ({resource, detail: {vulnerabilities, document}}: TabContext<Image>): string => {
	const {open} = resource;
	const reason = isUnknown(vulnerabilities) ? vulnerabilities : (isUnknown(document) ? document : undefined);
	if (reason) {
		return `CVEs are unknown: ${reason.reason}`;
	}

	if (vulnerabilities === undefined) {
		return 'The vulnerability records of this image are being read from Defender for Cloud.';
	}

	return open === undefined || isUnknown(open)
		? 'Defender for Cloud has no record of this image: it was not scanned, or nothing was found.'
		: 'Defender for Cloud has no open finding on this image.';
};

const noRows: readonly never[] = [];

/**
The weaknesses of an image, by package, read from Defender while the image is open.
*/
export const vulnerabilities: Tab<Image> = {
	id: 'cves',
	title: 'CVEs',
	type: 'table',
	count: context => known(context)?.total,
	rows: context => known(context)?.items ?? noRows,
	columns: vulnerabilityColumns,
	empty: whyEmpty,
};
