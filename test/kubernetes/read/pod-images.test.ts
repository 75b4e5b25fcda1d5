import test from 'ava';
import fc from 'fast-check';
import {readImageReference} from '../../../source/kubernetes/read/image-reference.js';
import {createPodImages} from '../../../source/kubernetes/read/pod-images.js';
import {objectsIn} from '../../support/inside-documents.js';

const imagesIn = (documents: readonly unknown[]) => {
	const counted = createPodImages();
	for (const document of documents) {
		counted.take(document);
	}

	return counted.images();
};

const digest = `sha256:${'a'.repeat(64)}`;

test('references as runtimes and people write them', t => {
	const of = (text: string): unknown => readImageReference(text);
	t.deepEqual(of('busybox'), {
		host: 'docker.io', repository: 'library/busybox', digest: undefined, tag: undefined,
	});
	t.deepEqual(of(`acrshop.azurecr.io/shop/frontend:1.2@${digest}`), {
		host: 'acrshop.azurecr.io', repository: 'shop/frontend', digest, tag: '1.2',
	});
	t.deepEqual(of('localhost:5000/a/b:x'), {
		host: 'localhost:5000', repository: 'a/b', digest: undefined, tag: 'x',
	});
	t.deepEqual(of(`docker-pullable://grafana/grafana@${digest}`), {
		host: 'docker.io', repository: 'grafana/grafana', digest, tag: undefined,
	});
	for (const text of ['', digest, 'x'.repeat(2000)]) {
		t.is(of(text), undefined);
	}
});

test('the composed pods: what runs, by digest where the runtime tells it, and nothing that is over or never started', t => {
	const images = imagesIn(objectsIn('pods-list-composed'));
	const frontend = images.find(({repository}) => repository === 'shop/frontend');
	t.like(frontend, {host: 'acrshop.azurecr.io', tag: '1.27.3', digest: 'sha256:4af8e6f002401a965bbe753a381af308b40d8947fad2b9e1f6a369aa81abee59'});
	t.true(images.some(image => image.repository === 'library/busybox' && image.digest === undefined && image.tag === 'latest'), 'the digest of a configuration is none of an image');
	t.false(images.some(({host}) => host === 'acrgone.azurecr.io'), 'it never started');
});

test('of a pod nothing but its images is kept', t => {
	const [pod] = objectsIn('pods-list-composed');
	const secret = {...pod, spec: {containers: [{name: 'frontend', env: [{name: 'TOKEN', value: 'hunter2-hunter2'}]}]}};
	t.notRegex(JSON.stringify(imagesIn([secret])), /hunter2|TOKEN/v);
});

test('whatever a pod holds, it is read or left out', t => {
	const property = fc.property(fc.anything(), fc.anything(), (statuses, image) => {
		imagesIn([statuses, {status: statuses}, {status: {containerStatuses: [{state: {running: {}}, image, imageID: statuses}, statuses]}}]);
		return true;
	});
	t.notThrows(() => {
		fc.assert(property);
	});
});

test('a list that begins anew forgets what it counted', t => {
	const counted = createPodImages();
	const [pod] = objectsIn('pods-list-composed');
	counted.take(pod);
	counted.restart();
	t.deepEqual(counted.images(), []);
	counted.take(pod);
	counted.take(pod);
	t.deepEqual(counted.images().map(({pods}) => pods), [2]);
});
