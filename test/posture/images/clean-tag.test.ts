import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import {cleanTagOf} from '../../../source/posture/images/clean-tag.js';
import {counts, imageOf} from '../../support/images.js';

const digestOf = (mark: string): string => `sha256:${mark.repeat(64)}`;

const bad = imageOf({open: counts({critical: 1})});

const other = (mark: string, members: Parameters<typeof imageOf>[0] = {}) => imageOf({
	digest: digestOf(mark), tagNames: [`2.${mark}`], pushed: 1000, ...members,
});

test('the newest image of the same repository without a critical or high finding', t => {
	const older = other('1');
	const newer = other('2', {pushed: 2000, open: counts({medium: 3})});
	const undated = other('3', {pushed: undefined});
	t.is(cleanTagOf(bad, [bad, undated, older, newer]), newer);
	t.is(cleanTagOf(bad, [bad, undated]), undated);
});

test('what nobody has a record of, cannot be pulled by a tag, or lies elsewhere is no way out', t => {
	const others = [
		other('1', {open: undefined}),
		other('2', {open: unknown('denied', 'not read')}),
		other('3', {open: counts({high: 1})}),
		other('4', {tagNames: []}),
		other('5', {repository: 'shop/backend'}),
		other('6', {registryKey: '/another'}),
		other('7', {host: 'acrother.azurecr.io'}),
	];
	t.is(cleanTagOf(bad, [bad, ...others]), undefined);
	const clean = imageOf();
	t.is(cleanTagOf(clean, [clean]), undefined, 'it is not its own');
});
