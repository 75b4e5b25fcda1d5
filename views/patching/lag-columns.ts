import type {ImageStanding} from '../../source/posture/patching/image-standing.js';
import type {Cell, CellContext, Column} from '../columns/column.js';
import {unknownCell} from '../columns/fact-cell.js';

type Lag = Pick<ImageStanding, 'lag' | 'state'> & Partial<Pick<ImageStanding, 'gap'>>;

/**
Absent: the row has no image of its own.
*/
type LagOf<Row> = (row: Row, context: CellContext) => Lag | undefined;

const none: Cell = {text: '-', tone: 'dim'};

/**
How days are typed in a filter: `30d` or `30`.
*/
export const dayMeasure = {
	parse(text: string): number | undefined {
		const match = /^(?<days>\d+(?:\.\d+)?)d?$/v.exec(text);
		return match ? Number(match.groups!.days) : undefined;
	},
	example: '30d',
} as const;

const lagCell = ({lag, state}: Lag): Cell =>
	lag === undefined ? unknownCell : {text: lag === 0 ? '-' : `${lag} d`, tone: state === 'behind' ? 'high' : (lag === 0 ? 'dim' : 'plain')};

const releasesCell = ({lag, gap, state}: Lag): Cell => {
	if (lag === undefined) {
		return unknownCell;
	}

	return lag === 0 || gap === undefined ? none : {text: `${gap.isEstimate ? '~' : ''}${gap.count}`, tone: state === 'behind' ? 'high' : 'plain'};
};

/**
Days that the image of a row is behind the newest in its region.
*/
export const lagColumn = <Row>(lagOf: LagOf<Row>): Column<Row> => ({
	id: 'lag',
	aliases: ['behind'],
	title: 'LAG',
	align: 'right',
	minWidth: 5,
	width: 6,
	priority: 4,
	cell(row, context) {
		const lag = lagOf(row, context);
		return lag ? lagCell(lag) : none;
	},
	sortBy: (row, context) => lagOf(row, context)?.lag,
	measure: {of: (row, context) => lagOf(row, context)?.lag, ...dayMeasure},
});

/**
Releases that it is behind: `~27` where they are told from the pace of releases.
*/
export const releasesColumn = <Row>(lagOf: LagOf<Row>): Column<Row> => ({
	id: 'releases',
	title: 'RELEASES',
	align: 'right',
	minWidth: 8,
	width: 9,
	priority: 7,
	cell(row, context) {
		const lag = lagOf(row, context);
		return lag ? releasesCell(lag) : none;
	},
	sortBy: (row, context) => lagOf(row, context)?.gap?.count,
});
