import test from 'ava';
import {once} from '../../source/azure/once.js';

test('a thing is made once, however many ask meanwhile and later', async t => {
	let made = 0;
	const get = once(async () => {
		made++;
		return {};
	});
	const [one, two] = await Promise.all([get(), get()]);
	t.is(one, two);
	t.is(await get(), one);
	t.is(made, 1);
});

test('what could not be made is tried again, by one for all', async t => {
	let made = 0;
	const get = once(async () => {
		made++;
		if (made === 1) {
			throw new Error('no network');
		}

		return made;
	});
	const first = get();
	const second = get();
	await t.throwsAsync(first, {message: 'no network'});
	await t.throwsAsync(second, {message: 'no network'});
	t.deepEqual(await Promise.all([get(), get()]), [2, 2]);
});
