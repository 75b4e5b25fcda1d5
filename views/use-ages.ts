import {useEffect, useState} from 'react';
import {useTools} from './tools.js';

const minute = 60_000;

/**
Ages are told in steps of so many milliseconds at first, then in minutes: what is older than the pause is told in no finer steps.
*/
export const ageStep = 10_000;

/**
The time that ages are told from, in steps. With polls it moves by itself, since each of them draws; while polling is paused nothing
draws, and data must not look as fresh as when it was paused: a timer draws anew where an age may read otherwise. A frame that
reads the same writes nothing.
*/
export const useAges = (isPaused: boolean): number => {
	const {now, later} = useTools();
	const [, setTurn] = useState(0);
	useEffect(() => {
		if (!isPaused) {
			return undefined;
		}

		const began = now();
		let cancel: () => void;
		const wait = (): void => {
			const step = now() - began < minute ? ageStep : minute;
			cancel = later(step - (now() % step), () => {
				setTurn(turn => turn + 1);
				wait();
			});
		};

		wait();
		return () => {
			cancel();
		};
	}, [isPaused, now, later]);
	return Math.floor(now() / ageStep) * ageStep;
};
