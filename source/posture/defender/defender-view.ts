import type {Finding} from '../../model/finding.js';
import type {SeverityCounts} from '../posture.js';
import type {Standing} from '../standing.js';

/**
Where a finding counts, each in exactly one place:

- `own`: by itself, as an open finding.
- `check`: with a check that says the same of the same resource and fails, or whose failure is accepted: one line with two sources.
- `fixed`: nowhere. Azure already reads what the check asks for, later than Defender evaluated; Defender looks again within 24 h.
- `grouped`: nowhere. It is the sum of individual findings on the same resource, which count.
- `gone`: nowhere. Its resource does not exist any more.
- `exempt`: nowhere. Somebody has exempted it in Azure.
- `closed`: nowhere. Defender calls it healthy, resolved, dismissed or not applicable.
*/
export type FindingPlace = 'check' | 'closed' | 'exempt' | 'fixed' | 'gone' | 'grouped' | 'own';

/**
What a check says of the same resource as the finding.
*/
export type AgreeingVerdict = {
	readonly resourceKey: string;
	readonly checkId: string;
	readonly standing: Standing;
};

export type FindingRelation = {
	readonly place: FindingPlace;
	/**
	Absent where no check of the catalogue says the same, or its resource has not been judged.
	*/
	readonly verdict: AgreeingVerdict | undefined;
};

/**
Defender's findings beside our checks.
*/
export type DefenderView = {
	/**
	Findings that count by themselves, in their order.
	*/
	readonly standalone: readonly Finding[];
	/**
	Verdict key (`resource key#check id`) → what Defender says of the same, open, fixed, exempt or healthy; not what is gone.
	*/
	readonly byVerdict: ReadonlyMap<string, Finding>;
	/**
	By the finding's key; a finding that is not in it is open, stands by itself, and no check says the same (`relationOf`).
	*/
	readonly relations: ReadonlyMap<string, FindingRelation>;
	/**
	Findings that are open in Azure's own count and count nowhere here, because their resource is gone or they are the sum of others.
	*/
	readonly uncounted: SeverityCounts;
	/**
	How many of the findings that were read are open, as Azure counts them: those that count, and those that are fixed in Azure since.
	*/
	readonly open: number;
};

const noCounts: SeverityCounts = {
	critical: 0, high: 0, medium: 0, low: 0, info: 0,
};

export const emptyDefenderView: DefenderView = {
	standalone: [], byVerdict: new Map(), relations: new Map(), uncounted: noCounts, open: 0,
};

const byItself: FindingRelation = {place: 'own', verdict: undefined};

/**
Where a finding counts, and which check says the same.
*/
export const relationOf = ({relations}: Pick<DefenderView, 'relations'>, {key}: Pick<Finding, 'key'>): FindingRelation => relations.get(key) ?? byItself;

/**
Whether a finding is counted anywhere: by itself or with the check that says the same.
*/
export const isCounted = (view: Pick<DefenderView, 'relations'>, finding: Pick<Finding, 'key'>): boolean => {
	const {place} = relationOf(view, finding);
	return place === 'own' || place === 'check';
};
