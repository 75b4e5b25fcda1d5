import test from 'ava';
import {createImagesOf, type ImagesInput} from '../../../source/fleet/images/images-of.js';
import type {Collected} from '../../../source/azure/collectors.js';
import {imageKey, type Image} from '../../../source/model/image.js';
import type {ImageScan, RunningScan} from '../../../source/model/image-scan.js';
import {unknown} from '../../../source/model/known.js';
import type {RegistryManifest} from '../../../source/model/registry-contents.js';
import type {Registry} from '../../../source/model/registry.js';
import {counts, shopDigest} from '../../support/images.js';
import {insideOf, shopCluster} from '../../support/inside.js';
import {registryOf, subscription} from '../../support/posture.js';

const registry: Registry = {...registryOf('registry-get-standard'), subscriptionId: subscription, loginServer: 'acrshop.azurecr.io'};

const answered = new Map([[subscription, {state: 'answered'} as const]]);

const collected = <T>(...items: readonly T[]): Collected<T> => ({items, coverage: answered});

const place = {host: 'acrshop.azurecr.io', repository: 'shop/frontend', digest: shopDigest};

const scan: ImageScan = {
	...place,
	key: imageKey(registry.key, place),
	subscriptionId: subscription,
	registryKey: registry.key,
	tagNames: ['1.27.3'],
	os: 'linux',
	pushed: 1,
	open: counts({critical: 1}),
	fixable: counts(),
	assessed: 2,
	scanned: undefined,
};

const manifest = (members: Partial<RegistryManifest> = {}): RegistryManifest => ({
	repository: 'shop/frontend', digest: shopDigest, tagNames: ['1.27.3'], type: 'image', os: 'linux', size: 10, created: 1, updated: 1, ...members,
});

const nothing: ImagesInput = {
	clusters: [shopCluster], registries: collected(registry), scans: collected(), scanGap: () => undefined, running: collected(), insides: new Map(), contents: new Map(),
};

const listWith = (contents: readonly RegistryManifest[]): ImagesInput['contents'] => new Map([[registry.key, {
	registryKey: registry.key, manifests: contents, repositories: 1, isComplete: true, signatures: {signed: [], unsigned: []}, readAt: 0,
}]]);

const running = (...images: ReadonlyArray<{readonly host: string; readonly repository: string; readonly digest: string | undefined; readonly tag: string | undefined}>): ImagesInput['insides'] =>
	new Map([[shopCluster.key, insideOf(shopCluster, {images: images.map(image => ({...image, pods: 2}))})]]);

const run = (steps: Iterator<void, readonly Image[], void>): readonly Image[] => {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};

const listed = (input: Partial<ImagesInput>): readonly Image[] => run(createImagesOf()({...nothing, ...input}));

test('what the registry lists, Defender has found and a cluster runs is one image', t => {
	const [image, ...others] = listed({scans: collected(scan), contents: listWith([manifest()]), insides: running({...place, tag: '1.27.3'})});
	t.deepEqual(others, []);
	t.like(image, {
		name: 'shop/frontend:1.27.3', registryKey: registry.key, registryName: registry.name, size: 10, isListed: true, runsIn: [shopCluster.key], runsElsewhere: undefined,
	});
	t.is((image!.open as {readonly critical: number}).critical, 1);
});

test('one that Defender has no record of is there, and so is one that runs from elsewhere', t => {
	const images = listed({
		contents: listWith([manifest()]), insides: running({
			host: 'docker.io', repository: 'library/redis', digest: undefined, tag: '7',
		}),
	});
	t.deepEqual(images.map(({name, open, registryKey, isListed}) => [name, open, registryKey, isListed]), [
		['shop/frontend:1.27.3', undefined, registry.key, true],
		['library/redis:7', undefined, undefined, false],
	]);
});

const second = `sha256:${'1'.repeat(64)}`;

test('a manifest without a digest is an image of its own, told by its tag', t => {
	const contents = listWith([manifest({digest: undefined}), manifest({digest: undefined, tagNames: ['2']})]);
	const images = listed({contents, scans: collected(scan)});
	t.is(new Set(images.map(({key}) => key)).size, 3);
	t.deepEqual(images.map(({digest}) => digest), [undefined, undefined, shopDigest]);
});

test('that it runs nowhere is known only where every cluster shows what it runs', t => {
	const [hidden] = listed({scans: collected(scan)});
	t.regex(hidden!.runsElsewhere?.reason ?? '', /1 of 1 cluster/v);
	const refused = insideOf(shopCluster, {images: unknown('denied', 'pods may not be listed')});
	const [denied] = listed({scans: collected(scan), insides: new Map([[shopCluster.key, refused]])});
	t.like(denied!.runsElsewhere, {unknown: 'denied'});
	const [seen] = listed({scans: collected(scan), insides: running()});
	t.is(seen!.runsElsewhere, undefined);
	const [stopped] = listed({scans: collected(scan), clusters: [{...shopCluster, powerState: 'Stopped'}]});
	t.is(stopped!.runsElsewhere, undefined, 'a stopped cluster runs nothing');
	const guarded = {...shopCluster, defenderSensor: true};
	const [vulnerable] = listed({scans: collected(scan), clusters: [guarded]});
	t.is(vulnerable!.runsElsewhere, undefined, 'Defender shows the vulnerable ones');
	const [clean] = listed({scans: collected({...scan, open: counts()}), clusters: [guarded]});
	t.truthy(clean!.runsElsewhere, 'and no others');
});

test('what Defender finds running counts where nobody has looked inside, and gives way to what pods show', t => {
	const found: RunningScan = {
		...place, key: `${shopCluster.key}/images/x`, subscriptionId: subscription, clusterKey: shopCluster.key, open: counts({high: 1}),
	};
	const [image] = listed({scans: collected(scan), running: collected(found)});
	t.deepEqual(image!.runsIn, [shopCluster.key]);
	const [gone] = listed({scans: collected(scan), running: collected(found), insides: running()});
	t.deepEqual(gone!.runsIn, []);
	const [outside] = listed({running: collected({...found, host: 'quay.io'}), clusters: [shopCluster]});
	t.like(outside, {registryKey: undefined, open: counts({high: 1})});
});

test('a registry that is gone takes its images with it; scans that could not be read are unknown, not clean', t => {
	t.deepEqual(listed({scans: collected(scan), registries: collected()}), []);
	t.is(listed({scans: collected(scan), registries: {items: [], coverage: new Map()}}).length, 1, 'nobody says that it is gone');
	const gap = unknown('denied', 'no right');
	const contents = listWith([manifest()]);
	const [image] = listed({contents, scans: undefined, scanGap: () => gap});
	t.is(image!.open, gap);
});

test('what did not change is the same object, and so is the list', t => {
	const imagesOf = createImagesOf();
	const contents = listWith([manifest(), manifest({digest: second, tagNames: []})]);
	const input = {...nothing, scans: collected(scan), contents};
	const first = run(imagesOf(input));
	const sameInsides = new Map(input.insides);
	t.is(run(imagesOf({...input, insides: sameInsides})), first);
	const later = run(imagesOf({...input, insides: running({...place, tag: undefined})}));
	t.not(later[0], first[0]);
	t.is(later.length, 2);
});
