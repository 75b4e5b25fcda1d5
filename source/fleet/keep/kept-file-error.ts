/**
Why a file is not used, as the end of a sentence.
*/
export class KeptFileError extends Error {
	override name = 'KeptFileError';
}
