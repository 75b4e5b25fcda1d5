import type {Dated} from './retirement.js';

export type WindowsRelease = Dated & {
	readonly name: string;
	/**
	Third part of `10.0.20348.2700`.
	*/
	readonly build: number;
	readonly family: 'server' | 'client';
	/**
	Last day for Enterprise and Education, where it is another than that of Professional.
	*/
	readonly enterpriseEnd?: string;
	/**
	Whether Windows containers run on it.
	*/
	readonly hasContainers: boolean;
};

const lifecycle = 'Microsoft Lifecycle, fixed and modern policies of Windows';

const server = (name: string, build: number, end: string, hasContainers = true): WindowsRelease => ({name, build, family: 'server', end, hasContainers, source: lifecycle});

const client = (name: string, build: number, end: string, enterpriseEnd: string): WindowsRelease => ({name, build, family: 'client', end, enterpriseEnd, hasContainers: true, source: lifecycle});

/**
Releases of Windows by build, with the last day of extended support (servers) or of servicing (clients). Containers came with build 14393.
*/
export const windowsReleases: readonly WindowsRelease[] = [
	server('Windows Server 2012', 9200, '2023-10-10', false),
	server('Windows Server 2012 R2', 9600, '2023-10-10', false),
	server('Windows Server 2016', 14_393, '2027-01-12'),
	server('Windows Server, version 1709', 16_299, '2019-04-09'),
	server('Windows Server, version 1803', 17_134, '2019-11-12'),
	server('Windows Server 2019', 17_763, '2029-01-09'),
	server('Windows Server, version 1903', 18_362, '2020-12-08'),
	server('Windows Server, version 1909', 18_363, '2021-05-11'),
	server('Windows Server, version 2004', 19_041, '2021-12-14'),
	server('Windows Server, version 20H2', 19_042, '2022-08-09'),
	server('Windows Server 2022', 20_348, '2031-10-14'),
	server('Windows Server, version 23H2', 25_398, '2025-10-24'),
	server('Windows Server 2025', 26_100, '2034-11-14'),
	client('Windows 10, version 1607', 14_393, '2018-04-10', '2019-04-09'),
	client('Windows 10, version 1809', 17_763, '2020-11-10', '2021-05-11'),
	client('Windows 10, version 21H2', 19_044, '2023-06-13', '2024-06-11'),
	client('Windows 10, version 22H2', 19_045, '2025-10-14', '2025-10-14'),
	client('Windows 11, version 21H2', 22_000, '2023-10-10', '2024-10-08'),
	client('Windows 11, version 22H2', 22_621, '2024-10-08', '2025-10-14'),
	client('Windows 11, version 23H2', 22_631, '2025-11-11', '2026-11-10'),
	client('Windows 11, version 24H2', 26_100, '2026-10-13', '2027-10-12'),
	client('Windows 11, version 25H2', 26_200, '2027-10-12', '2028-10-10'),
];
