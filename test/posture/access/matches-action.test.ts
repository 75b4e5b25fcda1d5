import test from 'ava';
import fc from 'fast-check';
import {matchesAction} from '../../../source/posture/access/matches-action.js';

/**
The meaning itself, without a thought for time.
*/
const naive = (pattern: string, text: string): boolean => {
	if (pattern === '') {
		return text === '';
	}

	return pattern.startsWith('*')
		? Array.from({length: text.length + 1}, (_, skipped) => skipped).some(skipped => naive(pattern.slice(1), text.slice(skipped)))
		: text !== '' && pattern.charAt(0).toLowerCase() === text.charAt(0).toLowerCase() && naive(pattern.slice(1), text.slice(1));
};

test('patterns of real roles match what they say', t => {
	t.true(matchesAction('*', 'Microsoft.ContainerRegistry/registries/sign/write'));
	t.true(matchesAction('*/read', 'Microsoft.ContainerRegistry/registries/pull/read'));
	t.false(matchesAction('*/read', 'Microsoft.ContainerRegistry/registries/push/write'));
	t.true(matchesAction('Microsoft.Authorization/*/Write', 'microsoft.authorization/roleAssignments/write'));
	t.true(matchesAction('Microsoft.ContainerService/managedClusters/*', 'Microsoft.ContainerService/managedClusters/pods/exec/action'));
	t.false(matchesAction('Microsoft.ContainerService/managedClusters/*', 'Microsoft.ContainerService/managedClustersnapshots/read'));
	t.false(matchesAction('Microsoft.ContainerService/managedClusters', 'Microsoft.ContainerService/managedClusters/read'));
	t.true(matchesAction('microsoft.*REGISTRY/*/PULL/*', 'Microsoft.ContainerRegistry/registries/pull/read'));
	t.false(matchesAction('', 'Microsoft.ContainerRegistry/registries/read'));
});

test('signs of expressions are no wildcards', t => {
	t.false(matchesAction('Microsoft?ContainerRegistry/.+', 'Microsoft.ContainerRegistry/registries/read'));
});

test('any pattern matches as the meaning says', t => {
	const letters = fc.constantFrom('a', 'b', 'A', '/', '.', '*');
	const pattern = fc.array(letters, {maxLength: 8}).map(list => list.join(''));
	const text = fc.array(fc.constantFrom('a', 'b', 'B', '/', '.'), {maxLength: 10}).map(list => list.join(''));
	t.notThrows(() => {
		fc.assert(fc.property(pattern, text, (one, other) => matchesAction(one, other) === naive(one, other)), {numRuns: 2000});
	});
});
