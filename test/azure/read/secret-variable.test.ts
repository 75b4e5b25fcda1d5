import test from 'ava';
import fc from 'fast-check';
import {maskCommand} from '../../../source/azure/read/secret-command.js';
import {secretOfVariable} from '../../../source/azure/read/secret-variable.js';
import {mask, maskSecretsIn, secretIn} from '../../../source/azure/read/secrets.js';
import {
	doubtful,
	harmless,
	harmlessCommands,
	secretCommands,
	secretSamples,
} from '../../support/secret-samples.js';

test('there are forty of each', t => {
	t.is(secretSamples.length, 40);
	t.is(new Set(secretSamples.map(({kind}) => kind)).size, 40);
	t.is(harmless.length, 40);
});

test('a variable that holds a secret is told by its value or its name', t => {
	for (const {kind, name, value} of secretSamples) {
		const found = secretOfVariable(name, value);
		t.truthy(found, kind);
		t.false(value.includes(found ?? '?'), kind);
	}
});

test('what is no secret is not called one', t => {
	for (const [name, value] of harmless) {
		t.is(secretOfVariable(name, value), undefined, `${name}=${value}`);
	}
});

test('a name alone is not enough, and a value alone may be', t => {
	for (const [name, value, isSecret] of doubtful) {
		t.is(secretOfVariable(name, value) !== undefined, isSecret, `${name}=${value}`);
	}
});

test('a command keeps nothing of a secret, in one word or over several', t => {
	for (const {command, secret} of secretCommands) {
		const {words, secret: kind} = maskCommand(command);
		t.truthy(kind, command.join(' '));
		t.false(words.join(' ').includes(secret), words.join(' '));
		t.true(words.join(' ').includes(mask));
	}

	for (const command of harmlessCommands) {
		t.deepEqual(maskCommand(command), {words: command});
	}
});

test('the secret of each sample that tells by its form goes wherever it stands', t => {
	for (const {kind, name, value, secret} of secretSamples) {
		if (/^(?:.*by its name.*|number as a password)$/v.test(kind)) {
			continue;
		}

		t.false(maskSecretsIn(`${name} was ${value}, so it is`).includes(secret), kind);
	}
});

test('masking is done once: what is masked holds no secret', t => {
	fc.assert(fc.property(fc.constantFrom(...secretSamples), fc.string({maxLength: 30}), ({value}, around) => {
		const masked = maskSecretsIn(`${around} ${value} ${around}`);
		t.is(secretIn(masked), undefined, masked);
	}), {numRuns: 300});
});

test('no text makes it slow', t => {
	const texts = ['a'.repeat(200_000), '-'.repeat(200_000), 'token'.repeat(40_000), `${'a.'.repeat(100_000)}=`, 'eyJ'.repeat(60_000), '://'.repeat(60_000), `-----BEGIN ${'A '.repeat(100_000)}`, 'AccountKey='.repeat(20_000), '$'.repeat(200_000), 'ab/'.repeat(60_000), ' --'.repeat(60_000)];
	for (const text of texts) {
		const began = performance.now();
		maskSecretsIn(text);
		const took = performance.now() - began;
		t.true(took < 1500, `${text.slice(0, 20)} took ${Math.round(took)} ms`);
	}
});
