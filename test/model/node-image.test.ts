import test from 'ava';
import fc from 'fast-check';
import {nodeImageAge, nodeImageKey, parseNodeImage} from '../../source/model/node-image.js';

test('versions are taken apart, the forms of all years', t => {
	for (const [version, family, built] of [
		['AKSUbuntu-2204gen2containerd-202608.10.0', 'AKSUbuntu-2204gen2containerd', '2026-08-10'],
		['AKSAzureLinux-OSGuardV3gen2fipsTL-202508.20.1', 'AKSAzureLinux-OSGuardV3gen2fipsTL', '2025-08-20'],
		['AKSWindows-2022-containerd-gen2-20348.5074.260812', 'AKSWindows-2022-containerd-gen2', '2026-08-12'],
		['AKSWindows-2025-gen2-26100.32995.260812', 'AKSWindows-2025-gen2', '2026-08-12'],
		['AKSUbuntu-1804gen2containerd-2021.06.02', 'AKSUbuntu-1804gen2containerd', '2021-06-02'],
		['AKSUbuntu:1604:2020.03.11', 'AKSUbuntu:1604', '2020-03-11'],
		['AKSUbuntu-2204-202613.40.0', 'AKSUbuntu-2204-202613.40.0', undefined],
		['AKSUbuntu-2204-202602.30.0', 'AKSUbuntu-2204-202602.30.0', undefined],
		['custom', 'custom', undefined],
		['', '', undefined],
	] as const) {
		t.deepEqual(parseNodeImage(version), {version, family, built});
	}
});

test('nothing throws, and a date is a real one', t => {
	const digits = fc.constantFrom('0', '1', '2', '9', '.', '-', ':');
	const build = fc.string({unit: digits, maxLength: 14}).map(text => `AKSUbuntu-${text}`);
	const versions = fc.oneof(fc.string(), build);
	fc.assert(fc.property(versions, version => {
		const {built} = parseNodeImage(version);
		t.true(built === undefined || new Date(Date.parse(built)).toISOString().startsWith(built));
	}));
});

test('age in whole days, and a key without regard to case', t => {
	const image = parseNodeImage('AKSUbuntu-2204gen2containerd-202608.10.0');
	t.is(nodeImageAge(image, Date.parse('2026-08-24T23:59:59Z')), 14);
	t.is(nodeImageAge(image, Date.parse('2026-08-09T12:00:00Z')), -1);
	t.is(nodeImageAge(parseNodeImage('custom'), 0), undefined);
	t.is(nodeImageKey(image.family, 'westeurope'), 'aksubuntu-2204gen2containerd@westeurope');
});
