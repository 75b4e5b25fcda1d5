import type {ImageFamilyName} from '../../fleet/node-images.js';
import type {NodeSpec} from '../../inside/node-spec.js';

type System = {readonly kernel: string; readonly osImage: string; readonly runtime: string};

type Family = Omit<System, 'kernel'> & {
	/**
	The kernel that was the newest so many steps before the newest.
	*/
	readonly kernel: (steps: number) => string;
};

const ubuntu2204: Family = {kernel: steps => `5.15.0-${1098 - steps}-azure`, osImage: 'Ubuntu 22.04.5 LTS', runtime: 'containerd://1.7.28-1'};
const azureLinux: Family = {kernel: steps => `6.6.${112 - (2 * steps)}.1-1.azl3`, osImage: 'Microsoft Azure Linux 3.0', runtime: 'containerd://2.0.0'};

const linuxFamilies: Partial<Record<ImageFamilyName, Family>> = {
	ubuntu2204,
	ubuntuArm: ubuntu2204,
	ubuntu2404: {kernel: steps => `6.8.0-${1044 - steps}-azure`, osImage: 'Ubuntu 24.04.3 LTS', runtime: 'containerd://2.1.6-1'},
	azureLinux,
	azureLinuxFips: azureLinux,
};

const windowsNames: Partial<Record<ImageFamilyName, string>> = {
	windows2019: 'Windows Server 2019 Datacenter',
	windows2022: 'Windows Server 2022 Datacenter',
	windows2025: 'Windows Server 2025 Datacenter',
};

/**
Weeks between two kernels of a distribution.
*/
const weeksOfKernel = 3;

/**
What `nodeInfo` tells of the system of a node. Windows' kernel is the build in its image's version.
*/
export const systemOf = ({image, imageVersion, kernelWeeks}: NodeSpec): System => {
	const family = linuxFamilies[image];
	if (family) {
		return {...family, kernel: family.kernel(Math.floor(kernelWeeks / weeksOfKernel))};
	}

	const [build = '', revision = ''] = imageVersion.split('-').at(-1)!.split('.', 2);
	return {kernel: `10.0.${build}.${revision}`, osImage: windowsNames[image]!, runtime: 'containerd://1.7.28+azure'};
};
