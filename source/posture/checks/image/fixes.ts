import type {Image} from '../../../model/image.js';
import type {Fix} from '../../check.js';
import {needed} from '../../commands.js';
import {shellQuote} from '../../shell-quote.js';

/**
`az acr VERB` on the registry of an image. `options` is shell text.
*/
export const registryCommand = (verb: string, {subscriptionId, registryName}: Image, options: string): string =>
	`az acr ${verb} --subscription ${shellQuote(subscriptionId)} ${verb === 'build' ? '--registry' : '--name'} ${shellQuote(registryName)} ${options}`;

/**
The image as `docker pull` takes it; by its digest where that is known.
*/
export const pullName = ({host, repository, digest, tagNames}: Image): string => {
	const [tag] = tagNames;
	return `${host}/${repository}${digest === undefined ? (tag === undefined ? '' : `:${tag}`) : `@${digest}`}`;
};

/**
Copies what lies elsewhere into a registry that is scanned.
*/
export const bringIn = (image: Image): Fix => ({
	command: `az acr import --subscription ${image.registryKey === undefined ? needed('SUBSCRIPTION', 'subscription of your registry') : shellQuote(image.subscriptionId)} --name ${needed('REGISTRY', 'your own registry')} --source ${shellQuote(pullName(image))} --image ${shellQuote(image.name)}`,
	effect: 'Copies the image into a registry that is scanned; workloads then have to name it there.',
});

/**
What lies in a registry of the fleet is built anew there; what lies elsewhere is brought in, from where its owner has mended it.
*/
export const rebuild = (image: Image): Fix => (image.registryKey === undefined
	? bringIn(image)
	: {
		command: registryCommand('build', image, `--image ${shellQuote(image.name)} ${needed('CONTEXT', 'folder or repository with the Dockerfile')}`),
		effect: 'Builds the image anew on the newest base and moves its tag; what runs goes on with the old one until it is rolled out again.',
	});

/**
Imports an image onto itself: an import is one of the four things that make Defender scan.
*/
export const importAgain = (image: Image, otherwise: string): Fix => ({
	command: registryCommand('import', image, `--source ${shellQuote(pullName(image))} --image ${shellQuote(image.name)} --force`),
	effect: `Imports the image onto itself, which makes Defender scan it again; nothing in it changes. ${otherwise}`,
});
