/**
Waits for work, but no longer than some milliseconds: then its signal is aborted and nobody waits for it any more.
*/
export const withDeadline = async (work: (signal: AbortSignal) => Promise<void>, milliseconds: number): Promise<void> => {
	const abort = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const deadline = new Promise<void>(resolve => {
		timer = setTimeout(() => {
			abort.abort();
			resolve();
		}, milliseconds);
	});
	await Promise.race([work(abort.signal), deadline]);
	clearTimeout(timer);
};
