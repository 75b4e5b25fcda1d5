import {useMemo} from 'react';
import {longName} from '../../source/model/long-name.js';
import {timelineLines} from '../changes/timeline-lines.js';
import {tableIdOf, type Place} from '../navigation.js';
import {findResource, isDrillKind} from '../resources.js';
import type {Line} from '../theme.js';
import {useFleetStore, useSnapshot} from '../use-fleet.js';
import LinesView from './lines-view.js';

/**
The time line of one resource: what failed, was fixed, failed again, as far back as is remembered.
*/
export default function TimelineScreen({place, width, height}: {
	readonly place: Extract<Place, {readonly view: 'timeline'}>;
	readonly width: number;
	readonly height: number;
}) {
	const store = useFleetStore();
	const snapshot = useSnapshot();
	const events = store.timelineOf(place.key);
	const lines = useMemo(() => timelineLines(events), [events]);
	const resource = isDrillKind(place.kind) ? findResource(snapshot, place.kind, place.key) : undefined;
	const title: Line = [
		{text: 'Time line: ', tone: 'dim'},
		{text: resource ? longName(resource) : place.key.slice(place.key.lastIndexOf('/') + 1), tone: 'accent', bold: true},
	];
	return <LinesView id={tableIdOf(place)} lines={lines} width={width} height={height} title={title} corner={[{text: String(events.length)}]} {...(resource && {resource})}/>;
}
