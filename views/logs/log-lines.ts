import type {ContainerLogs} from '../../source/fleet/container-logs.js';
import type {LogLine} from '../../source/model/log-line.js';
import type {Line} from '../theme.js';

const drawn = new WeakMap<LogLine, Line>();

const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 19);

const draw = (line: LogLine): Line => {
	const known = drawn.get(line) ?? (line.at === undefined ? [{text: line.text}] : [{text: `${timeOf(line.at)} `, tone: 'dim'}, {text: line.text}]);
	drawn.set(line, known);
	return known;
};

const missing: Line = [{text: 'Some lines are missing here: they were written faster than they are read.', tone: 'unknown'}];

const texts = new WeakMap<readonly LogLine[], readonly Line[]>();

/**
The lines of a log as they are drawn; the same for as long as the log is. A gap is told in the line before which lines are missing, so that
every line keeps its number.
*/
export const logLines = ({lines, before, gaps}: ContainerLogs): readonly Line[] => {
	const known = texts.get(lines) ?? lines.map((line, index) => (gaps.has(before + index) ? [...missing, {text: ' '}, ...draw(line)] : draw(line)));
	texts.set(lines, known);
	return known;
};
