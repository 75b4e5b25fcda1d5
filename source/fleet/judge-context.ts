import type {DefenderPlan} from '../model/defender-plan.js';
import {unknown, type Fact} from '../model/known.js';
import type {SupportedVersions} from '../model/kubernetes-version.js';
import type {LatestNodeImages} from '../model/node-image.js';
import type {SourceErrorDetail} from '../model/source-error.js';
import type {Coverage, Subscription} from '../model/subscription.js';
import type {AccessSummaries} from '../posture/access/summaries.js';
import type {JudgeContext} from '../posture/check.js';
import {planKey} from '../posture/relations.js';
import {toUnknown} from './error-detail.js';
import type {InsideContext} from './insides/inside-context.js';
import {gapOf} from './relations/gap-of.js';
import type {Relations} from './relations/relations-of.js';
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
	readonly relations: Relations;
	/**
	Absent until it is worked out.
	*/
	readonly access?: AccessSummaries | undefined;
	readonly registryRecords?: JudgeContext['registryRecords'];
	/**
	Read of resources and subscriptions one by one.
	*/
	readonly around?: Pick<JudgeContext, 'assessed' | 'diagnostics'>;
	/**
	What looks into clusters have found.
	*/
	readonly inside?: Partial<InsideContext>;
	readonly signatures?: JudgeContext['signatures'] | undefined;
	/**
	What container groups are judged by beside themselves.
	*/
	readonly groups?: Pick<JudgeContext, 'groupStates' | 'registriesByServer'>;
};

const planNames = ['Containers', 'KubernetesService', 'ContainerRegistry', 'CloudPosture'] as const;

const planOf = ({planCoverage, planError, defenderPlans}: ContextParts, id: string, plan: DefenderPlan | undefined): Fact<DefenderPlan | undefined> => {
	if (!defenderPlans) {
		return planError ? toUnknown(planError) : unknown('not-asked', 'Defender plans have not been read yet.');
	}

	const coverage = planCoverage.get(id);
	// Silence about a subscription is no answer: only one that answered can be without the plan.
	return gapOf(coverage) ?? plan ?? (coverage ? undefined : unknown('not-asked', 'Defender plans of this subscription were not read.'));
};

// There from the start: what a check asks a context for that does not have it is not noted, and not asked again.
const noAccess: ReadonlyMap<string, never> = new Map<string, never>();

type Plans = ReadonlyMap<string, Fact<DefenderPlan | undefined>>;

/**
The context with whole maps in it: the previous one's are given again while they say the same.
*/
type FleetContext = JudgeContext & {readonly containersPlans: Plans; readonly plans: Plans};

/**
Makes the function that builds what checks look at beside their resource; the same object again while nothing in it changed.
*/
export const createContextOf = (): ((parts: ContextParts) => JudgeContext) => {
	let context: FleetContext | undefined;
	return parts => {
		const byKey = new Map<string, DefenderPlan>();
		for (const plan of parts.defenderPlans ?? []) {
			byKey.set(planKey(plan.subscriptionId, plan.name), plan);
		}

		const planIn = (id: string, name: string): Fact<DefenderPlan | undefined> => planOf(parts, id, byKey.get(planKey(id, name)));
		const containersPlans = new Map(parts.subscriptions.map(({id}) => [id, planIn(id, 'Containers')]));
		const plans = new Map(parts.subscriptions.flatMap(({id}) => planNames.map(name => [planKey(id, name), planIn(id, name)])));
		const next: FleetContext = {
			now: Math.floor(parts.now / clockStep) * clockStep,
			latestNodeImages: parts.latestNodeImages,
			supportedVersions: parts.supportedVersions,
			containersPlans: context ? reuseMap(context.containersPlans, containersPlans, isSameJson) : containersPlans,
			plans: context ? reuseMap(context.plans, plans, isSameJson) : plans,
			...(parts.registryRecords && {registryRecords: parts.registryRecords}),
			subscriptionAccess: parts.access?.subscriptions ?? noAccess,
			registryAccess: parts.access?.registries ?? noAccess,
			clusterAccess: parts.access?.clusters ?? noAccess,
			identityAccess: parts.access?.identities ?? noAccess,
			...parts.groups,
			...parts.relations,
			...parts.inside,
			...parts.around,
			...(parts.signatures && {signatures: parts.signatures}),
		};
		const before = context;
		const isSame = before !== undefined && Object.entries(next).every(([member, value]) => before[member as keyof FleetContext] === value);
		context = isSame ? before : next;
		return context;
	};
};
