import {sanitize} from '../terminal/sanitize.js';
import {KubeconfigError} from './kubeconfig.js';

export type ParseOptions = {
	/**
	How a file that the kubeconfig names is read, its path as it stands there; absent: it may name none. Throws as `fs.readFileSync` does.
	*/
	readonly readFile?: ((path: string) => string) | undefined;
};

/**
Reads a file that a kubeconfig names.

@throws KubeconfigError that names the member, the file and why it could not be read.
*/
export const readNamed = (file: string, member: string, readFile: ParseOptions['readFile']): string => {
	if (readFile === undefined) {
		throw new KubeconfigError(`The kubeconfig names a file (${member}), which is not read for it.`);
	}

	try {
		return readFile(file);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read';
		throw new KubeconfigError(`${member}: ${sanitize(file, 200)} cannot be read (${sanitize(code, 40)}).`);
	}
};
