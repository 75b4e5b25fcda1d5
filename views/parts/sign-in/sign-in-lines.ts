import type {SignInState} from '../../../source/model/sign-in.js';
import {relativeAge} from '../text/relative-age.js';
import {cellWidth} from '../text/cells.js';
import {wrapLine} from '../document/wrap-line.js';
import type {Line, Theme} from '../../theme.js';

type DeviceCode = Extract<SignInState, {state: 'device-code'}>;
type Failed = Extract<SignInState, {state: 'failed'}>;

const methodNames: Readonly<Record<string, string>> = {
	environment: 'Environment variables (AZURE_CLIENT_ID and others)',
	'workload-identity': 'Workload identity',
	'managed-identity': 'Managed identity',
	'azure-cli': 'Azure CLI',
	'azure-developer-cli': 'Azure Developer CLI',
	'device-code': 'Device code',
	token: 'Bearer token from a variable',
};

/**
The code alone inside a frame, so that a double click or a swipe takes the code and nothing else.
*/
const framed = (text: string, width: number, {glyphs}: Theme): readonly Line[] => {
	const {border} = glyphs;
	const inner = cellWidth(text) + 4;
	if (inner + 4 > width) {
		return [[{text, tone: 'accent', bold: true}]];
	}

	const rule = border.horizontal.repeat(inner);
	return [
		[{text: `  ${border.topLeft}${rule}${border.topRight}`, tone: 'dim'}],
		[{text: `  ${border.vertical}`, tone: 'dim'}, {text: `  ${text}  `, tone: 'accent', bold: true}, {text: border.vertical, tone: 'dim'}],
		[{text: `  ${border.bottomLeft}${rule}${border.bottomRight}`, tone: 'dim'}],
	];
};

const expiryLine = (expiresAt: number, now: number): Line => {
	const left = expiresAt - now;
	if (left <= 0) {
		return [{text: 'The code has expired. R asks for a new one.', tone: 'high'}];
	}

	const rest = left < 10_000 ? 'some seconds' : relativeAge(left);
	return [{text: `The code is good for ${rest} more. The fleet appears here by itself once you are signed in.`, tone: 'dim'}];
};

const deviceCodeLines = ({url, code, expiresAt}: DeviceCode, width: number, now: number, theme: Theme): readonly Line[] => [
	...wrapLine([{text: 'Sign in to Azure', tone: 'heading'}], width),
	[],
	...wrapLine([{text: '1. Open this page in a browser, on any machine:'}], width),
	[],
	...wrapLine([{text: `  ${url}`, tone: 'accent', bold: true}], width),
	[],
	...wrapLine([{text: '2. Enter this code:'}], width),
	[],
	...framed(code, width, theme).flatMap(line => wrapLine(line, width)),
	[],
	...wrapLine([{text: 'c copies the code, o opens the page. '}, ...expiryLine(expiresAt, now)], width),
];

const failedLines = ({attempts}: Failed, width: number): readonly Line[] => [
	...wrapLine([{text: 'Not signed in to Azure', tone: 'heading'}], width),
	[],
	...wrapLine([{text: attempts.length === 0 ? 'No way of signing in was tried.' : 'Every way of signing in was tried, none worked:'}], width),
	[],
	...attempts.flatMap(({method, reason, remedy}) => [
		...wrapLine([{text: methodNames[method] ?? method, bold: true}], width),
		...wrapLine([{text: '  '}, {text: reason, tone: 'high'}], width),
		...wrapLine([{text: '  '}, {text: 'what would help: ', tone: 'dim'}, {text: remedy, tone: 'accent'}], width),
		[],
	]),
	...wrapLine([{text: 'R tries again. Every other key works as ever; :q leaves.', tone: 'dim'}], width),
];

/**
The screen while signing in needs a person, or has failed; no lines while there is nothing to say. It only draws: no key is
taken from anybody.
*/
export const signInLines = (signIn: SignInState, width: number, now: number, theme: Theme): readonly Line[] => {
	switch (signIn.state) {
		case 'none': {
			return [];
		}

		case 'device-code': {
			return deviceCodeLines(signIn, width, now, theme);
		}

		case 'failed': {
			return failedLines(signIn, width);
		}
	}
};

/**
What `c` copies on that screen: the code, or the first command that would help.
*/
export const signInCopy = (signIn: SignInState): string | undefined => {
	if (signIn.state === 'device-code') {
		return signIn.code;
	}

	return signIn.state === 'failed' ? signIn.attempts[0]?.remedy : undefined;
};
