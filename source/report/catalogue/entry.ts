import type {Resource} from '../../model/resource.js';
import type {Severity} from '../../model/severity.js';
import type {
	Check,
	CheckReferences,
	Fix,
	JudgedKind,
} from '../../posture/check.js';

/**
A check as a report tells it: the members of `crowsnest checks --json`, in this order. They only ever grow.
*/
export type CatalogueEntry = {
	readonly id: string;
	readonly kind: JudgedKind;
	readonly severity: Severity;
	readonly title: string;
	readonly why: string;
	readonly decidedBy: string;
	/**
	For a resource whose names are placeholders.
	*/
	readonly fix: Fix;
	readonly references: Required<CheckReferences>;
};

/**
The catalogue as a report tells it, in its own order.

@param placeholderOf A resource of a kind, with placeholders for names: the fixes are written for it.
*/
export const catalogueOf = (checks: readonly Check[], placeholderOf: (kind: JudgedKind) => Resource): readonly CatalogueEntry[] =>
	checks.map(({id, kind, severity, title, why, decidedBy, references, fix}) => {
		const {command, effect} = fix(placeholderOf(kind) as never);
		const {cisAks = [], mcsb = [], azurePolicy = [], defender = []} = references;
		return {
			id,
			kind,
			severity,
			title,
			why,
			decidedBy,
			fix: {command, effect},
			references: {
				cisAks, mcsb, azurePolicy, defender,
			},
		};
	});
