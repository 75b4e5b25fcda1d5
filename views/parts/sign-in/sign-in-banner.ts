import type {SignInState} from '../../../source/model/sign-in.js';
import type {Line} from '../../theme.js';

/**
What signing in needs, in one line, for a screen that still shows the last known fleet; nothing while it needs nobody.
*/
export const signInBanner = (signIn: SignInState): Line | undefined => {
	switch (signIn.state) {
		case 'none': {
			return undefined;
		}

		case 'device-code': {
			return [
				{text: ' Sign in: ', tone: 'medium', bold: true},
				{text: `enter ${signIn.code}`, bold: true},
				{text: ` at ${signIn.url}  `},
				{text: 'c copies the code, o opens the page', tone: 'dim'},
			];
		}

		case 'failed': {
			return [
				{text: ' Not signed in: ', tone: 'high', bold: true},
				{text: signIn.attempts[0]?.reason ?? 'no way worked'},
				{text: '  ! says what was tried and what helps, R tries again', tone: 'dim'},
			];
		}
	}
};
