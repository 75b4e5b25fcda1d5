import type {Dated} from './retirement.js';

export type OperatingSystemRelease = Dated & {
	readonly name: string;
	/**
	Values of `osSKU` that mean this release and no other (`Ubuntu` and `AzureLinux` mean whichever the image is of).
	*/
	readonly osSkus: readonly string[];
	/**
	Beginning of `nodeImageVersion`.
	*/
	readonly image: RegExp;
	/**
	Support has ended, whatever the day.
	*/
	readonly isRetired?: boolean;
	/**
	ISO date on which images are deleted, and pools cannot grow any more.
	*/
	readonly imagesRemoved?: string;
	/**
	First Kubernetes minor version that has no images of it.
	*/
	readonly notFrom?: string;
};

const osDocs = 'AKS documentation, node images and operating system versions, August 2026';
const releaseNotes = 'AKS release notes, August 2026';

/**
Operating systems of node pools and the end of their support. `end` is absent where none is announced, and
where support has ended on a day that we have not looked up (`isRetired`).
*/
export const operatingSystems: readonly OperatingSystemRelease[] = [
	{name: 'Ubuntu 16.04', osSkus: [], image: /^AKSUbuntu(?:EdgeZone)?[\-:]1604/iv, end: undefined, isRetired: true, source: osDocs},
	{name: 'Ubuntu 18.04', osSkus: [], image: /^AKSUbuntu(?:EdgeZone)?[\-:]1804/iv, end: undefined, isRetired: true, source: osDocs},
	{name: 'Ubuntu 20.04', osSkus: [], image: /^AKSUbuntu(?:EdgeZone)?[\-:]2004/iv, end: undefined, isRetired: true, source: osDocs},
	{name: 'Ubuntu 22.04', osSkus: ['Ubuntu2204'], image: /^AKSUbuntu(?:EdgeZone)?[\-:]2204/iv, end: '2027-06-30', source: osDocs},
	{name: 'Ubuntu 24.04', osSkus: ['Ubuntu2404'], image: /^AKSUbuntu(?:EdgeZone)?[\-:]2404/iv, end: undefined, source: osDocs},
	{name: 'Azure Linux 2.0', osSkus: ['CBLMariner', 'Mariner'], image: /^AKS(?:CBLMariner|AzureLinux)-V2/iv, end: '2025-11-30', source: osDocs},
	{name: 'Azure Linux 3', osSkus: ['AzureLinux3'], image: /^AKSAzureLinux-V3/iv, end: undefined, source: osDocs},
	{name: 'Azure Linux OS Guard', osSkus: ['AzureLinuxOSGuard', 'AzureLinux3OSGuard'], image: /^AKSAzureLinux-OSGuard/iv, end: undefined, source: osDocs},
	{name: 'Flatcar (preview)', osSkus: ['Flatcar'], image: /^AKSFlatcar/iv, end: '2026-06-08', source: releaseNotes},
	{name: 'Windows Server 2019', osSkus: ['Windows2019'], image: /^AKSWindows-2019/iv, end: '2026-03-01', imagesRemoved: '2027-04-01', source: osDocs},
	{name: 'Windows Server 2022', osSkus: ['Windows2022'], image: /^AKSWindows-2022/iv, end: '2028-06-30', notFrom: '1.37', source: osDocs},
	{name: 'Windows Server 2025', osSkus: ['Windows2025'], image: /^AKSWindows-2025/iv, end: undefined, source: osDocs},
	{name: 'Windows Server Annual Channel', osSkus: ['WindowsAnnual'], image: /^AKSWindows-(?:annual|23h2|24h2)/iv, end: '2026-05-15', source: releaseNotes},
];
