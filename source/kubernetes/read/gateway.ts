import {intern} from '../../azure/read/intern.js';
import {isUnknown, type Fact} from '../../model/known.js';
import {listOf} from './list-of.js';
import {readMetadata} from './metadata.js';
import {together} from './together.js';

/**
Where a Gateway takes requests: which host (absent: any), and whether with a certificate.
*/
export type Listener = {readonly name: string; readonly host: string | undefined; readonly hasTls: boolean};

/**
What HTTPRoutes need of their Gateways.
*/
export type Gateway = {
	/**
	`namespace/name`.
	*/
	readonly id: string;
	readonly listeners: Fact<readonly Listener[]>;
	readonly addresses: Fact<readonly string[]>;
};

/**
Maps a Gateway. Never throws.
Source: gateway.networking.k8s.io/v1 Gateway.
*/
export const readGateway = (document: unknown): Gateway => {
	const {root, name, namespace} = readMetadata(document);
	const listeners = listOf(root.required('spec'), 'listeners', (listener): Fact<Listener | undefined> => {
		const tls = listener.child('tls').presence();
		const facts = together<[string | undefined, string | undefined, string | undefined, boolean]>(listener.word('name'), listener.word('hostname'), listener.word('protocol'), tls);
		if (isUnknown(facts)) {
			return facts;
		}

		const [own, host, protocol, isEncrypted] = facts;
		return {name: own ?? '', host: host === '' ? undefined : host, hasTls: isEncrypted && protocol !== 'HTTP'};
	});
	const addresses = listOf(root.child('status'), 'addresses', address => address.text('value', 253));
	return {
		id: intern(`${namespace}/${name}`),
		listeners: isUnknown(listeners) ? listeners : listeners ?? [],
		addresses: isUnknown(addresses) ? addresses : addresses ?? [],
	};
};
