import * as z from 'zod/mini';
import {unknown, type Fact} from '../../model/known.js';
import type {HostFacts} from '../../model/host.js';

const gibibyte = 2 ** 30;

const text = z.string().check(z.minLength(1), z.maxLength(256));

const versionText = z.string().check(z.regex(/^\d+\.\d+\.\d{3,6}(?:\.\d+)?$/v));

const drive = z.string().check(z.regex(/^[A-Za-z]:$/v));

const mostMemory = 1_048_576;

const amount = z.number().check(z.positive(), z.maximum(mostMemory));

const mostProcessors = 65_536;

const count = z.int().check(z.positive(), z.maximum(mostProcessors));

/**
A machine as its operator describes it. What is left out is unknown, except that an absent `isVirtual` asks for what a virtual
machine needs.
*/
export const hostFileSchema = z.strictObject({
	$schema: z.optional(z.string()),
	name: z.optional(text),
	product: z.optional(text),
	version: z.optional(versionText),
	memoryGiB: z.optional(amount),
	processors: z.optional(count),
	isVirtual: z.optional(z.boolean()),
	hyperV: z.optional(z.boolean()),
	nestedVirtualization: z.optional(z.boolean()),
	systemDrive: z.optional(drive),
});

export type HostFile = z.infer<typeof hostFileSchema>;

const hints: Readonly<Record<Exclude<keyof HostFile, '$schema' | 'name'>, string>> = {
	product: 'Name of the product, as (Get-ComputerInfo).OsName gives it: Windows Server 2022 Datacenter.',
	version: 'Version with build, as [Environment]::OSVersion.Version gives it: 10.0.20348.2700.',
	memoryGiB: 'Memory in GiB: (Get-CimInstance Win32_ComputerSystem).TotalPhysicalMemory / 1GB.',
	processors: 'Logical processors: (Get-CimInstance Win32_ComputerSystem).NumberOfLogicalProcessors.',
	isVirtual: 'Whether the machine is a virtual one: (Get-CimInstance Win32_ComputerSystem).Model tells.',
	hyperV: 'Whether the Hyper-V role is installed: (Get-WindowsFeature Hyper-V).Installed.',
	nestedVirtualization: 'Of a virtual machine, whether virtualisation is exposed to it; on its own host: (Get-VMProcessor -VMName NAME).ExposeVirtualizationExtensions.',
	systemDrive: 'The drive that Windows is installed to: $env:SystemDrive.',
};

const tellOf = (member: keyof typeof hints): Fact<never> => unknown('not-reported', `\`${member}\` is not in the file. ${hints[member]}`);

/**
The facts of a described machine; each that was left out is unknown, with the command that would tell.
*/
export const factsOfFile = ({product, version, memoryGiB, processors, isVirtual, hyperV, nestedVirtualization, systemDrive}: HostFile): HostFacts => ({
	osType: 'windows',
	osSku: product ?? tellOf('product'),
	osVersion: version ?? tellOf('version'),
	memory: memoryGiB === undefined ? tellOf('memoryGiB') : memoryGiB * gibibyte,
	processors: processors ?? tellOf('processors'),
	isVirtual: isVirtual ?? tellOf('isVirtual'),
	hyperV: hyperV ?? tellOf('hyperV'),
	nestedVirtualization: nestedVirtualization ?? tellOf('nestedVirtualization'),
	systemDrive: systemDrive ?? tellOf('systemDrive'),
});

/**
The JSON Schema of a host file: `schemas/host.schema.json` is this.
*/
export const hostJsonSchema = (): Readonly<Record<string, unknown>> => {
	const schema = z.toJSONSchema(hostFileSchema, {
		override({jsonSchema, path}) {
			const name = String(path.at(-1) ?? '');
			if (path.at(-2) === 'properties' && Object.hasOwn(hints, name)) {
				jsonSchema.description = hints[name as keyof typeof hints];
			}
		},
	});
	return {...schema, title: 'Host of crowsnest', description: 'A Windows machine, for crowsnest host FILE: can it run Windows containers?'};
};
