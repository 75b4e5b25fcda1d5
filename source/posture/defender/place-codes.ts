import type {FindingPlace} from './defender-view.js';

/**
Places as small numbers, one for each finding of a list: a byte array of a hundred thousand is copied in no time.
Those that are open in Azure's own count and here come first.
*/
export const placeCodes: Readonly<Record<FindingPlace, number>> = {
	own: 0, check: 1, fixed: 2, grouped: 3, gone: 4, exempt: 5, closed: 6,
};

const places = Object.keys(placeCodes) as readonly FindingPlace[];

export const placeOfCode = (code: number): FindingPlace => places[code]!;

/**
The place of a finding that no verdict decides.

@param codes of the index
*/
export const settledPlaceIn = (codes: Uint8Array, gone: ReadonlySet<number>) => (at: number): FindingPlace | undefined => {
	if (gone.has(at)) {
		return 'gone';
	}

	const code = codes[at]!;
	return code === placeCodes.own ? undefined : placeOfCode(code);
};
