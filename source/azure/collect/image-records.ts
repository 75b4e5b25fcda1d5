import type {Image} from '../../model/image.js';
import {isUnknown, unknown, valueOf} from '../../model/known.js';
import type {Vulnerability} from '../../model/vulnerability.js';
import {readGraph} from '../pages.js';
import {queries} from '../queries.js';
import {Branch} from '../read/branch.js';
import {severityOf} from '../read/finding-parts.js';
import {readVulnerabilities} from '../read/vulnerabilities.js';
import type {Reading} from '../reading.js';
import type {Session} from '../session.js';
import type {OpenedDocument} from './document.js';

/**
Records of one image that are read at most: more packages than an image has.
*/
const mostRecords = 2000;

/**
Stands for a package of which the record tells no weakness that can be read.
*/
const unreadable = (document: unknown, index: number, reason: string): Vulnerability => {
	const properties = Branch.of(document).child('properties');
	const data = properties.child('additionalData', true);
	const {severity, severityUnknown} = severityOf(properties.child('metadata').word('severity'));
	const packageName = valueOf(data.text('softwareName', 128));
	return {
		kind: 'vulnerability',
		id: 'not readable',
		key: `not-readable#${index}`,
		name: 'not readable',
		subscriptionId: '',
		resourceGroup: '',
		region: '',
		tags: {},
		severity: severityUnknown ? undefined : severity,
		score: undefined,
		package: packageName === '' ? undefined : packageName,
		installed: undefined,
		fixedIn: undefined,
		hasFix: undefined,
		exploit: undefined,
		published: undefined,
		unreadable: reason,
	};
};

const readRecord = async (document: unknown, index: number, signal: AbortSignal): Promise<readonly Vulnerability[]> => {
	const found = await readVulnerabilities(document, signal);
	// Ids of weaknesses repeat from one package to the next; rows are told apart by their key.
	return found === undefined || isUnknown(found)
		? [unreadable(document, index, found?.reason ?? 'The record names no package.')]
		: found.items.map(item => ({...item, key: `${index}/${item.key}`}));
};

/**
Reads the weaknesses of one image, page by page: what is in the fleet of it are counts alone.

@param session Whose Resource Graph client is asked.
@param reading Its signal ends it.
@param image Without a digest there is nothing to ask by.
*/
export const collectImageRecords = async (session: Session, reading: Reading, {digest, subscriptionId}: Pick<Image, 'digest' | 'subscriptionId'>): Promise<OpenedDocument> => {
	if (digest === undefined) {
		const reason = unknown('not-reported', 'The image has no digest, and Defender tells its records apart by it alone.');
		return {document: reason, vulnerabilities: reason};
	}

	const {imageRecords} = queries;
	const scope = {subscriptions: subscriptionId === '' ? [] : [subscriptionId]};
	const items: Vulnerability[] = [];
	let records = 0;
	for await (const {rows} of readGraph(session, reading, {...imageRecords, text: imageRecords.text(digest)}, scope)) {
		for (const row of rows) {
			// eslint-disable-next-line no-await-in-loop -- each gives the event loop back in between
			items.push(...await readRecord(row, records, reading.signal));
			records++;
		}

		if (records >= mostRecords) {
			break;
		}
	}

	return {document: {digest, records}, vulnerabilities: {items, total: items.length}};
};
