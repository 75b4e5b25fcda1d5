import type {HttpClient} from '@azure/core-rest-pipeline';
import type {Log} from '../log/log-file.js';

/**
Logs each request with method, host, path, status and duration in milliseconds. Query, headers and bodies are left out:
that is where tokens, codes and `$skipToken` stand.
*/
export const logRequests = (inner: HttpClient, log: Log): HttpClient => ({
	async sendRequest(request) {
		const started = performance.now();
		const {host, pathname} = URL.parse(request.url) ?? {host: '', pathname: ''};
		const about = {method: request.method, host, path: pathname};
		const ms = (): number => Math.round(performance.now() - started);
		try {
			const response = await inner.sendRequest(request);
			log.write('request', {
				...about, status: response.status, ms: ms(), requestId: response.headers.get('x-ms-request-id'),
			});
			return response;
		} catch (error) {
			log.write('request', {...about, ms: ms(), error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'});
			throw error;
		}
	},
});
