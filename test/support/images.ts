import {imageName, noCounts, type Image} from '../../source/model/image.js';
import type {ImageCounts} from '../../source/model/image-scan.js';
import {subscription} from './posture.js';

const registryId = `/subscriptions/${subscription}/resourceGroups/rg-shop/providers/Microsoft.ContainerRegistry/registries/acrshop`;

export const shopDigest = 'sha256:4af8e6f002401a965bbe753a381af308b40d8947fad2b9e1f6a369aa81abee59';

export const counts = (given: Partial<ImageCounts> = {}): ImageCounts => ({...noCounts, ...given});

/**
The image of the composed documents, as a registry lists it and Defender has found nothing in it; a test says what is different.
*/
export const imageOf = (members: Partial<Image> = {}): Image => {
	const image = {
		kind: 'image' as const,
		subscriptionId: subscription,
		resourceGroup: 'rg-shop',
		region: 'westeurope',
		tags: {},
		host: 'acrshop.azurecr.io',
		repository: 'shop/frontend',
		digest: shopDigest as string | undefined,
		registryKey: registryId.toLowerCase() as string | undefined,
		registryName: 'acrshop',
		tagNames: ['1.27.3'] as readonly string[],
		os: 'linux',
		manifest: 'image' as const,
		size: 48_200_000,
		pushed: undefined,
		open: counts(),
		fixable: counts(),
		assessed: undefined,
		scanned: undefined,
		runsIn: [],
		runsElsewhere: undefined,
		isListed: true,
		...members,
	};
	const id = `${registryId}/images/${image.repository}@${image.digest ?? ''}`;
	return {
		id, key: id.toLowerCase(), name: imageName(image, image.tagNames), ...image,
	};
};
