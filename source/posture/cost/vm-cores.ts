import {oddSizes} from '../../data/vm-cores.js';

/**
`Standard_` FAMILY VCPUS [`-` CONSTRAINED] FEATURES [`_` ACCELERATOR] [`_v` VERSION].
*/
const pattern = /^(?:standard|basic)_(?<family>[a-z]+)(?<cores>\d{1,4})(?:-(?<constrained>\d{1,4}))?(?<features>[a-z]*)(?:_(?<rest>[\w\-.]+))?$/iv;

/**
Virtual processors of a size of virtual machines, `Standard_D4s_v5`: 4.

Source: Azure documentation, virtual machine sizes naming conventions; of a constrained size (`E16-4s_v5`) those that are there count.

@returns Nothing for a name that follows no convention that is known.
*/
export const coresOf = (size: string): number | undefined => {
	const {family = '', cores, constrained, rest = ''} = pattern.exec(size.trim())?.groups ?? {};
	if (cores === undefined) {
		return undefined;
	}

	if (constrained !== undefined) {
		return Number(constrained);
	}

	const version = Number(/(?:^|_)v(?<version>\d{1,2})$/iv.exec(rest)?.groups?.version ?? '1');
	// From version 2 of the A series and 3 of the D series on, names tell; G has had one version only.
	const isOdd = /^ds?$/iv.test(family) ? version < 3 : (/^a$/iv.test(family) ? version < 2 : /^gs?$/iv.test(family));
	const known = isOdd ? oddSizes.get(`${family}${cores}`.toLowerCase()) : Number(cores);
	return known === undefined || known === 0 ? undefined : known;
};
