/**
Virtual processors of sizes whose name does not tell them as the naming convention has it: the A, D, DS, G and GS series of before.
Source: Azure documentation, previous generations of virtual machine sizes.
*/
export const oddSizes: ReadonlyMap<string, number> = new Map(Object.entries({
	a0: 1, a1: 1, a2: 2, a3: 4, a4: 8, a5: 2, a6: 4, a7: 8, a8: 8, a9: 16, a10: 8, a11: 16,
	d1: 1, d2: 2, d3: 4, d4: 8, d5: 16, d11: 2, d12: 4, d13: 8, d14: 16, d15: 20,
	ds1: 1, ds2: 2, ds3: 4, ds4: 8, ds5: 16, ds11: 2, ds12: 4, ds13: 8, ds14: 16, ds15: 20,
	g1: 2, g2: 4, g3: 8, g4: 16, g5: 32, gs1: 2, gs2: 4, gs3: 8, gs4: 16, gs5: 32,
}));
