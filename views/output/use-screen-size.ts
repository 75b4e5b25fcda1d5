import {useStdout} from 'ink';
import {useCallback, useSyncExternalStore} from 'react';
import type {Size} from './stage.js';

/**
Columns and rows of the terminal; draws again when they change. The whole of both may be used.
*/
export const useScreenSize = (): Size => {
	// The stage is what Ink was given as its output.
	const {stdout} = useStdout() as unknown as {readonly stdout: {readonly size: Size; on(event: 'resize', listener: () => void): void; off(event: 'resize', listener: () => void): void}};
	const subscribe = useCallback((listener: () => void) => {
		stdout.on('resize', listener);
		return () => {
			stdout.off('resize', listener);
		};
	}, [stdout]);
	return useSyncExternalStore(subscribe, () => stdout.size);
};
