/**
Whether a host (or a host and the beginning of a path) is on the list; `*.` stands for any name below a domain.
*/
export const isApprovedHost = (host: string, repository: string, approved: readonly string[]): boolean => {
	const whole = `${host}/${repository}`.toLowerCase();
	return approved.some(entry => {
		const wanted = entry.toLowerCase();
		return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : whole === wanted || whole.startsWith(`${wanted}/`);
	});
};
