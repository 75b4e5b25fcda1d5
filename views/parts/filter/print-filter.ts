import type {Filter, FilterTest} from './filter.js';

const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`;

const readsAsSomethingElse = /^[!"]|^[a-z][\w\-]*[:<=>~]|\s|^$/iv;

const printTest = (test: FilterTest): string => {
	if (test.type === 'word') {
		return readsAsSomethingElse.test(test.text) ? quote(test.text) : test.text;
	}

	// `a>` before `=b` would read as `a>=b`.
	const needsQuotes = /^["=]|\s/v.test(test.value);
	return test.column + test.operator + (needsQuotes ? quote(test.value) : test.value);
};

/**
Writes a filter so that `parseFilter` reads the same terms again.
*/
export const printFilter = (filter: Filter): string =>
	filter.map(({isNegated, test}) => (isNegated ? '!' : '') + printTest(test)).join(' ');
