import {useMemo} from 'react';
import {noticeLines} from '../parts/notices/notice-lines.js';
import {signInLines} from '../parts/sign-in/sign-in-lines.js';
import {useTools} from '../tools.js';
import {useSnapshot} from '../use-fleet.js';
import LinesView from './lines-view.js';

/**
What happened in this session, how each source stands, which subscription could not be read and why.
*/
export default function NoticesScreen({width, height, now}: {readonly width: number; readonly height: number; readonly now: number}) {
	const {theme} = useTools();
	const snapshot = useSnapshot();
	const lines = useMemo(() => [
		...signInLines(snapshot.signIn, width - 2, now, theme),
		...noticeLines(snapshot, width - 2, now, theme),
	], [snapshot, width, now, theme]);
	return <LinesView id='notices' lines={lines} width={width} height={height} title={[{text: 'Notices and sources', tone: 'accent', bold: true}]} corner={[]}/>;
}
