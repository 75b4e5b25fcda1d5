import test from 'ava';
import {isUnknown, unknown} from '../../../source/model/known.js';
import {registryMode} from '../../../source/posture/access/registry-mode.js';
import {basicRegistry, documentOf, registryFrom} from '../../support/models.js';

const abacRegistry = registryFrom(documentOf('acr/registry-abac-admin-user'));

test('registries as Azure sends them', t => {
	t.is(registryMode(abacRegistry), 'abac');
	t.is(registryMode(basicRegistry), 'rbac');
	t.is(registryMode({...basicRegistry, roleAssignmentMode: undefined}), 'rbac');
	t.is(registryMode({...basicRegistry, roleAssignmentMode: 'LEGACYRegistryPermissions'}), 'rbac');
});

test('a mode that is new or was not read is unknown', t => {
	for (const roleAssignmentMode of ['Later', unknown('malformed', 'no text')]) {
		t.true(isUnknown(registryMode({...basicRegistry, roleAssignmentMode})));
	}
});
