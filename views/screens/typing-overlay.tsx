import {Box} from 'ink';
import Block from '../parts/frame/block.js';

/**
What the palette offers, over the lowest lines of the body.
*/
export function TypingOverlay({lines, rows}: {readonly lines: readonly string[]; readonly rows: number}) {
	if (lines.length === 0) {
		return null;
	}

	return (
		<Box position='absolute' marginTop={rows - 1 - lines.length}>
			<Block text={lines.join('\n')}/>
		</Box>
	);
}
