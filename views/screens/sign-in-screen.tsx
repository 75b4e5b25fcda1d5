import {useMemo} from 'react';
import {signInLines} from '../parts/sign-in/sign-in-lines.js';
import {useTools} from '../tools.js';
import {useSnapshot} from '../use-fleet.js';
import LinesView from './lines-view.js';

/**
What signing in needs from a person, or why no way of it worked.
*/
export default function SignInScreen({width, height, now}: {readonly width: number; readonly height: number; readonly now: number}) {
	const {theme} = useTools();
	const {signIn} = useSnapshot();
	const lines = useMemo(() => [[], ...signInLines(signIn, width - 2, now, theme)], [signIn, width, now, theme]);
	return <LinesView id='sign-in' lines={lines} width={width} height={height} title={[{text: 'Sign in', tone: 'accent', bold: true}]} corner={[]}/>;
}
