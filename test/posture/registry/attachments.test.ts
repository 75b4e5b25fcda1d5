import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import type {RegistryRight} from '../../../source/posture/relations.js';
import {attachmentsOf} from '../../../source/posture/registry/attachments.js';
import {pulledHostsOf} from '../../../source/posture/registry/pulled-hosts.js';
import {clusterOf, registryOf} from '../../support/posture.js';

const cluster = clusterOf('managed-cluster-weak-composed');

const id = 'aaaaaaaa-0000-0000-0000-000000000001';

const right: RegistryRight = {
	registryKey: '/r', registryName: 'r', role: 'AcrPull', assignment: '/a', scope: '/r', pulls: true, changes: false, isVoid: false,
};

const rights = new Map([[id, [right]]]);

test('a cluster reaches registries by the roles of its kubelet identity; by a service principal it is not known', t => {
	t.deepEqual(attachmentsOf({...cluster, kubeletObjectId: id.toUpperCase()}, rights), [right]);
	const older = {...cluster, kubeletObjectId: undefined, servicePrincipalClientId: id.toUpperCase()};
	t.deepEqual(attachmentsOf(older, rights), [right], 'where somebody leads from the client id to its roles');
	t.like(attachmentsOf(older, new Map()), {unknown: 'not-reported'});
	t.like(attachmentsOf({...cluster, kubeletObjectId: undefined, servicePrincipalClientId: 'msi'}, rights), {unknown: 'not-reported'});
	t.like(attachmentsOf({...cluster, kubeletObjectId: unknown('malformed', 'objectId is a number')}, rights), {unknown: 'malformed'});
	t.like(attachmentsOf({...cluster, kubeletObjectId: id}, undefined), {unknown: 'not-asked'});
});

test('running images name the registries that they come from: the fleet\'s own, public ones, others', t => {
	const own = registryOf('recorded-registry-basic');
	const images = [own.loginServer as string, 'docker.io', 'docker.io', 'mcr.microsoft.com', 'other.azurecr.io'].map(host => ({host}));
	t.deepEqual(pulledHostsOf({readAt: 0, images}, [own]), [
		{
			host: 'docker.io', images: 2, registry: undefined, isPublic: true,
		},
		{
			host: own.loginServer as string, images: 1, registry: own, isPublic: false,
		},
		{
			host: 'mcr.microsoft.com', images: 1, registry: undefined, isPublic: true,
		},
		{
			host: 'other.azurecr.io', images: 1, registry: undefined, isPublic: false,
		},
	]);
	t.like(pulledHostsOf(undefined, [own]), {unknown: 'not-asked'}, 'nobody has looked');
	t.like(pulledHostsOf({readAt: 0}, [own]), {unknown: 'not-reported'});
	t.like(pulledHostsOf({readAt: 0, images: unknown('denied', 'pods may not be listed')}, [own]), {unknown: 'denied'});
});
