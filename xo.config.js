/**
@import {FlatXoConfig} from 'xo'
*/

import reactHooks from 'eslint-plugin-react-hooks';

/**
@type {FlatXoConfig}
*/
const config = [
	{ignores: ['dist', 'test/documents', 'source/data']},
	{
		files: ['views/**/*.{ts,tsx}', 'test/**/*.tsx'],
		plugins: {'react-hooks': reactHooks},
		rules: {
			'react-hooks/rules-of-hooks': 'error',
			'react-hooks/exhaustive-deps': 'error',
		},
	},
	{
		rules: {
			// Azure's and Kubernetes' own words (aks, id, ref, env, params) are the field's standard terms.
			'unicorn/prevent-abbreviations': 'off',
			'unicorn/name-replacements': 'off',
			// Property names of Azure's documents, headers and environment variables are not ours to choose.
			'@typescript-eslint/naming-convention': 'off',
			// Facts carry Azure's names (`privateCluster`, `fips`), not is/has/should.
			'unicorn/consistent-boolean-name': 'off',
			// A `default` answers for what a place leaves to others.
			'@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
			// Helpers of tests stand under test/ too, and are no test files.
			'node-test/no-import-test-files': 'off',
			// Docstrings are prose; types stand in the code.
			'jsdoc/check-param-names': 'off',
			'jsdoc/require-param': 'off',
			'jsdoc/require-param-type': 'off',
			'jsdoc/require-param-description': 'off',
			'jsdoc/require-returns': 'off',
			'jsdoc/require-returns-type': 'off',
		},
	},
	{
		files: ['package.json'],
		rules: {
			// One package whose newer releases ask for a dependency that the registry does not have: an exact version.
			'package-json/dependency-version-range': 'off',
		},
	},
];

export default config;
