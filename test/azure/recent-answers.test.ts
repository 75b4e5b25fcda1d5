import test from 'ava';
import {createRecentAnswers} from '../../source/azure/collect/recent-answers.js';

const create = () => {
	const clock = {now: 0};
	const asked: string[] = [];
	const askEach = createRecentAnswers<string, string>(key => key, {
		goodFor: 1000, mostAtOnce: 2, isHole: answer => answer === 'hole', now: () => clock.now,
	});
	return {
		clock, asked, ask: async (things: readonly string[], answer = 'known') => askEach(things, async thing => {
			asked.push(thing);
			return answer;
		}),
	};
};

test('who is new is asked, and who has just answered is not', async t => {
	const {clock, asked, ask} = create();
	t.deepEqual(await ask(['one', 'two']), new Map([['one', 'known'], ['two', 'known']]));
	clock.now = 999;
	t.deepEqual(await ask(['two', 'three'], 'newer'), new Map([['two', 'known'], ['three', 'newer']]));
	t.deepEqual(asked, ['one', 'two', 'three']);
});

test('who has answered a while ago is asked again, and so is who was left out', async t => {
	const {clock, asked, ask} = create();
	await ask(['one', 'two']);
	await ask(['one']);
	clock.now = 1000;
	t.deepEqual(await ask(['one', 'two'], 'newer'), new Map([['one', 'newer'], ['two', 'newer']]));
	t.deepEqual(asked, ['one', 'two', 'one', 'two']);
});

test('a hole is asked for again at once', async t => {
	const {asked, ask} = create();
	await ask(['one'], 'hole');
	t.deepEqual(await ask(['one']), new Map([['one', 'known']]));
	t.is(asked.length, 2);
});

test('a question that fails fails all, and spoils nothing of what was known', async t => {
	const {asked, ask} = create();
	await ask(['one']);
	const askEach = createRecentAnswers<string, string>(key => key, {goodFor: 1000, mostAtOnce: 2, isHole: () => false});
	await t.throwsAsync(askEach(['one'], async () => {
		throw new Error('nobody is signed in');
	}), {message: 'nobody is signed in'});
	await ask(['one']);
	t.deepEqual(asked, ['one']);
});
