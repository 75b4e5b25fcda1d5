import type {ContainerGroup} from '../../../model/container-group.js';
import {isUnknown} from '../../../model/known.js';
import {noStandards} from '../../../model/standards.js';
import type {
	Check,
	Evidence,
	JudgeContext,
	Outcome,
} from '../../check.js';
import {isApprovedHost} from '../../approved-host.js';
import {groupPulls, registryNameOf, type GroupPull} from '../../groups/group-pulls.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';
import {needed} from '../../commands.js';
import {shellQuote} from '../../shell-quote.js';
import {placed} from './containers-of.js';
import {groupCommand, recreateCommand, recreateEffect} from './group-command.js';

const imagePath = 'properties.containers[].properties.image';
const credentialsPath = 'properties.imageRegistryCredentials';

/**
Microsoft's own registry: signed, scanned and kept by Microsoft. Source: the catalogue of checks.
*/
const microsoft = 'mcr.microsoft.com';

const hasOwnRegistry = (host: string): boolean => registryNameOf(host) !== undefined;

type PlacedImage = {readonly image: string; readonly host: string; readonly path: string};

/**
The images of a group, or what a check says without them.
*/
const imagesOf = ({containers}: ContainerGroup): readonly PlacedImage[] | Outcome => {
	if (isUnknown(containers)) {
		return unknownBecause(containers.reason);
	}

	if (containers.length === 0) {
		return unknownBecause('`properties.containers` lists no container');
	}

	const images: PlacedImage[] = [];
	for (const {container: {image, host}, path} of placed(containers)) {
		if (isUnknown(image)) {
			return unknownBecause(image.reason);
		}

		if (image === undefined || host === undefined) {
			return unknownBecause(`\`${path}.image\` names no image`);
		}

		images.push({image, host, path: `${path}.image`});
	}

	return images;
};

const isOutcome = (found: Outcome | readonly unknown[]): found is Outcome => 'status' in found;

const judgeImages = (group: ContainerGroup, {standards = noStandards}: JudgeContext): Outcome => {
	const images = imagesOf(group);
	if (isOutcome(images)) {
		return images;
	}

	const foreign = images.filter(({host, image}) => host !== microsoft && !hasOwnRegistry(host) && !isApprovedHost(host, image.slice(image.indexOf('/') + 1), standards.approvedRegistries));
	if (foreign.length > 0) {
		return fail(foreign.map(({path, image}) => seen(path, image)));
	}

	const own = images.filter(({host}) => host !== microsoft);
	return own.length === 0 ? notApplicable(seen(imagePath, microsoft)) : pass(...own.slice(0, 3).map(({path, image}) => seen(path, image)));
};

const pullsOf = (group: ContainerGroup): readonly GroupPull[] | Outcome => {
	const images = imagesOf(group);
	if (isOutcome(images)) {
		return images;
	}

	// Which registry of the fleet it is does not matter here.
	const pulls = groupPulls(group, []);
	return isUnknown(pulls) ? unknownBecause(pulls.reason) : pulls;
};

const credentialProof = ({host, credential}: GroupPull): Evidence => seen(`${credentialsPath}[].username`, `${typeof credential?.username === 'string' ? credential.username : 'a name'} on ${host}`);

const judgePasswords = (group: ContainerGroup): Outcome => {
	const pulls = pullsOf(group);
	if (isOutcome(pulls)) {
		return pulls;
	}

	const byPassword = pulls.filter(({way}) => way === 'password' || way === 'admin');
	if (byPassword.length > 0) {
		const isInVault = byPassword.every(({credential}) => credential?.isInVault === true);
		return fail(byPassword.map(pull => credentialProof(pull)), isInVault ? {severity: 'low', detail: 'The password stands in a vault.'} : {});
	}

	if (pulls.every(({host, credential}) => credential === undefined && !hasOwnRegistry(host))) {
		return notApplicable(seen(imagePath, pulls.map(({host}) => host)));
	}

	const byIdentity = pulls.filter(({way}) => way === 'identity');
	return byIdentity.length === 0 ? pass(seen(credentialsPath, undefined)) : pass(...byIdentity.map(({host}) => seen(`${credentialsPath}[].identity`, `set for ${host}`)));
};

const judgeAdmin = ({credentials}: ContainerGroup, context: JudgeContext): Outcome => {
	if (isUnknown(credentials)) {
		return unknownBecause(credentials.reason);
	}

	const own = credentials.filter(({server}) => hasOwnRegistry(server));
	if (own.length === 0) {
		return notApplicable(seen(`${credentialsPath}[].server`, credentials.map(({server}) => server)));
	}

	const admins = own.filter(({server, username, identity}) => (identity === undefined || identity === '') && typeof username === 'string' && username.toLowerCase() === registryNameOf(server));
	let reason: Outcome | undefined;
	const found: Evidence[] = [];
	for (const {server, username} of admins) {
		const registry = context.registriesByServer?.get(server);
		if (registry === undefined || isUnknown(registry)) {
			reason ??= registry === undefined ? unknownBecause('registries have not been read') : unknownFact(registry);
			continue;
		}

		if (isUnknown(registry.adminUser)) {
			reason ??= unknownBecause(registry.adminUser.reason);
		} else if (registry.adminUser === true) {
			found.push(seen(`${credentialsPath}[].username`, username as string), {...seen('properties.adminUserEnabled', true), resource: registry.key});
		}
	}

	const names = own.map(({username, identity}) => (identity === undefined && typeof username === 'string' ? username : 'an identity'));
	return found.length > 0 ? fail(found) : reason ?? pass(seen(`${credentialsPath}[].username`, admins.length === 0 ? names : 'the admin user, which is off'));
};

const byIdentity = (group: ContainerGroup): string => recreateCommand(group, `--assign-identity ${needed('IDENTITY_ID', 'id of a user-assigned identity with AcrPull')} --acr-identity ${needed('IDENTITY_ID', 'the same')}`);

/**
Where the images of a container group come from, and as whom it pulls them.
*/
export const registryChecks: ReadonlyArray<Check<'containerGroup'>> = [
	{
		id: 'aci-public-registry-image',
		kind: 'containerGroup',
		title: 'Image from a public registry',
		severity: 'medium',
		why: 'An image of a public registry can change or vanish, and Defender does not scan it here.',
		decidedBy: `the host in ${imagePath} (Resource Graph), against approvedRegistries of the config file; mcr.microsoft.com is trusted`,
		references: {mcsb: ['DS-6']},
		fix(group) {
			const images = imagesOf(group);
			const [first] = isOutcome(images) ? [] : images.filter(({host}) => host !== microsoft && !hasOwnRegistry(host));
			const source = first === undefined ? needed('IMAGE', 'the image') : shellQuote(first.image.includes('/') ? first.image : `docker.io/library/${first.image}`);
			return {
				command: `az acr import --subscription ${shellQuote(group.subscriptionId)} --name ${needed('REGISTRY', 'name of your registry')} --source ${source} && ${groupCommand('create', group, `--file ${needed('FILE', 'YAML of the group, naming the image in your registry')}`)}`,
				effect: `Copies the image into your registry, and then: ${recreateEffect}`,
			};
		},
		judge: judgeImages,
	},
	{
		id: 'aci-registry-password-credentials',
		kind: 'containerGroup',
		title: 'Images are pulled with a name and password',
		severity: 'medium',
		why: 'The password stands in every template and pipeline that creates the group.',
		decidedBy: `${credentialsPath}[].username and identity (Resource Graph); a password is never in an answer`,
		references: {mcsb: ['IM-1']},
		fix: group => ({command: byIdentity(group), effect: `${recreateEffect} Its own system-assigned identity cannot pull.`}),
		judge: judgePasswords,
	},
	{
		id: 'aci-registry-admin-user',
		kind: 'containerGroup',
		title: 'Container group signs in as the admin user of a registry',
		severity: 'high',
		why: 'The admin user pulls and pushes everything: whoever gets its password replaces images.',
		decidedBy: `${credentialsPath}[].username against the name of the registry, and its properties.adminUserEnabled (Resource Graph)`,
		references: {mcsb: ['IM-1', 'PA-1']},
		fix: group => ({command: byIdentity(group), effect: `${recreateEffect} Then switch the admin user off: az acr update --admin-enabled false.`}),
		judge: judgeAdmin,
	},
];
