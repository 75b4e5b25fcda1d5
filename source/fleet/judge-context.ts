import type {DefenderPlan} from '../model/defender-plan.js';
import {unknown, type Fact} from '../model/known.js';
import type {SupportedVersions} from '../model/kubernetes-version.js';
import type {LatestNodeImages} from '../model/node-image.js';
import type {SourceErrorDetail} from '../model/source-error.js';
import type {Coverage, Subscription} from '../model/subscription.js';
import type {JudgeContext} from '../posture/check.js';
import {toUnknown} from './error-detail.js';
import {isSameJson, reuseMap} from './reuse.js';

/**
Ages are told in days: judging everything anew with each poll would be for nothing.
*/
const clockStep = 3_600_000;

export type ContextParts = {
	readonly now: number;
	readonly subscriptions: readonly Subscription[];
	/**
	Absent while plans were never read.
	*/
	readonly defenderPlans: readonly DefenderPlan[] | undefined;
	readonly planCoverage: ReadonlyMap<string, Coverage>;
	/**
	Why plans could not be read.
	*/
	readonly planError: SourceErrorDetail | undefined;
	readonly latestNodeImages: LatestNodeImages;
	readonly supportedVersions: SupportedVersions;
};

const planOf = ({planCoverage, planError, defenderPlans}: ContextParts, id: string, byId: ReadonlyMap<string, DefenderPlan>): Fact<DefenderPlan | undefined> => {
	if (!defenderPlans) {
		return planError ? toUnknown(planError) : unknown('not-asked', 'Defender plans have not been read yet.');
	}

	const coverage = planCoverage.get(id);
	if (coverage?.state === 'denied') {
		return unknown('denied', coverage.reason);
	}

	if (coverage?.state === 'failed') {
		return unknown('unreachable', coverage.reason);
	}

	const plan = byId.get(id);
	// Silence about a subscription is no answer: only one that answered can be without the plan.
	return plan ?? (coverage ? undefined : unknown('not-asked', 'Defender plans of this subscription were not read.'));
};

/**
The context with whole maps in it: the previous one's are given again while they say the same.
*/
type FleetContext = JudgeContext & {readonly containersPlans: ReadonlyMap<string, Fact<DefenderPlan | undefined>>};

/**
Makes the function that builds what checks look at beside their resource; the same object again while nothing in it changed.
*/
export const createContextOf = (): ((parts: ContextParts) => JudgeContext) => {
	let context: FleetContext | undefined;
	return parts => {
		const byId = new Map<string, DefenderPlan>();
		for (const plan of parts.defenderPlans ?? []) {
			if (plan.name === 'Containers') {
				byId.set(plan.subscriptionId, plan);
			}
		}

		const plans = new Map(parts.subscriptions.map(({id}) => [id, planOf(parts, id, byId)]));
		const next: FleetContext = {
			now: Math.floor(parts.now / clockStep) * clockStep,
			latestNodeImages: parts.latestNodeImages,
			supportedVersions: parts.supportedVersions,
			containersPlans: context ? reuseMap(context.containersPlans, plans, isSameJson) : plans,
		};
		const isSame = context?.now === next.now
			&& context.latestNodeImages === next.latestNodeImages
			&& context.supportedVersions === next.supportedVersions
			&& context.containersPlans === next.containersPlans;
		context = isSame ? context! : next;
		return context;
	};
};
