import {Text} from 'ink';
import {memo} from 'react';

/**
Lines that are drawn already, as one node: Ink lays out one box however many lines there are.
*/
const Block = memo(({text}: {readonly text: string}) => <Text>{text}</Text>);

export default Block;
