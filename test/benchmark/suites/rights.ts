import {finish} from '../../../source/model/finish.js';
import type {RoleAssignment} from '../../../source/model/role-assignment.js';
import {deriveAccess, type AccessView} from '../../../source/posture/access/access-view.js';
import type {AccessResource} from '../../../source/posture/access/access-matrix.js';
import {builtInDefinitions} from '../../../source/posture/access/built-in-definitions.js';
import {unknown} from '../../../source/model/known.js';
import {atMost, medianFigure, type Suite} from '../figure.js';

const assignmentCount = 50_000;
const principalCount = 5000;
const subscriptionCount = 50;
const resourceCount = 1000;
const runs = 9;

const subscriptionId = (index: number): string => `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;

const resourceKey = (index: number): string => {
	const kind = index % 5 === 0 ? 'microsoft.containerregistry/registries/acr' : 'microsoft.containerservice/managedclusters/aks';
	return `/subscriptions/${subscriptionId(index % subscriptionCount)}/resourcegroups/rg-${index % 200}/providers/${kind}-${index}`;
};

/**
Most roles are held on resources and their groups, a third over whole subscriptions, a few above.
*/
const scopeOf = (index: number): string => {
	const resource = resourceKey((index * 7) % resourceCount);
	const dice = index % 20;
	return dice === 0 ? '/providers/microsoft.management/managementgroups/mg-1' : resource.split('/', dice < 7 ? 3 : (dice < 13 ? 5 : 9)).join('/');
};

const roles = builtInDefinitions.keys().toArray();

const assignmentOf = (index: number): RoleAssignment => {
	const scope = scopeOf(index);
	return {
		key: `${scope}/providers/microsoft.authorization/roleassignments/${index}`,
		subscriptionId: scope.startsWith('/subscriptions/') ? scope.split('/', 3)[2]! : '',
		principalId: `principal-${(index * 13) % principalCount}`,
		principalType: ['User', 'Group', 'ServicePrincipal'][index % 3],
		roleId: roles[(index * 11) % roles.length]!,
		scope,
		condition: undefined,
		changedAt: index,
	};
};

const parts = () => ({
	assignments: Array.from({length: assignmentCount}, (_, index) => assignmentOf(index)),
	assignmentGap: undefined,
	assignmentGaps: new Map(),
	definitions: [],
	definitionGap: undefined,
	denials: new Map(Array.from({length: subscriptionCount}, (_, index) => [subscriptionId(index), []])),
	denialGap: unknown('not-asked', 'not asked'),
	eligibilities: new Map(),
	eligibilityGap: unknown('not-asked', 'not asked'),
	principals: new Map(),
	graphGap: unknown('not-asked', 'not asked'),
	managementGroups: new Map(Array.from({length: subscriptionCount}, (_, index) => [subscriptionId(index), ['mg-1']])),
	subscriptionNames: new Map(Array.from({length: subscriptionCount}, (_, index) => [subscriptionId(index), `sub-${index}`])),
	registries: Array.from({length: resourceCount / 5}, (_, index) => ({key: resourceKey(index * 5), isAbac: index % 3 === 0})),
	clusters: Array.from({length: resourceCount}, (_, index) => index).filter(index => index % 5 !== 0).map(index => resourceKey(index)),
	groupIdentities: [], kubelets: [],
});

/**
What the engine reads of a resource; the rest of its document plays no part.
*/
const resources = Array.from({length: resourceCount}, (_, index) => ({
	kind: index % 5 === 0 ? 'registry' : 'cluster', key: resourceKey(index), name: `resource-${index}`, roleAssignmentMode: undefined, azureRbac: true,
}) as unknown as AccessResource);

const timed = <T>(work: () => T): readonly [result: T, milliseconds: number] => {
	const begin = performance.now();
	const result = work();
	return [result, performance.now() - begin];
};

/**
The view as soon as it is there, what checks ask of it some turns later; and the longest turn.
*/
const derive = (given: ReturnType<typeof parts>): {readonly view: AccessView; readonly turn: number} => {
	const work = deriveAccess(given, 0);
	let turn = 0;
	for (;;) {
		const [step, milliseconds] = timed(() => work.next());
		turn = Math.max(turn, milliseconds);
		if (step.done) {
			return {view: step.value, turn};
		}
	}
};

/**
Who can do what where a tenant is large.
*/
export const rightsSuite: Suite = {
	name: 'rights',
	about: `${assignmentCount} role assignments of ${principalCount} principals over ${resourceCount} resources, read and not yet derived; one principal after the other.`,
	async measure() {
		const opening: number[] = [];
		const turns: number[] = [];
		const rights: number[] = [];
		const matrices: number[] = [];
		const checks: number[] = [];
		for (let run = 0; run < runs; run++) {
			const given = parts();
			const [{view, turn}, milliseconds] = timed(() => derive(given));
			opening.push(milliseconds);
			turns.push(turn);
			const id = `principal-${(run * 501) % principalCount}`;
			rights.push(timed(() => view.rightsOf(id, resources))[1]);
			checks.push(timed(() => finish(view.summarise()))[1]);
			matrices.push(timed(() => view.matrixOf(resources[run * 10]!))[1]);
		}

		return [
			medianFigure('the Access view, from its data being there', 'ms', opening, atMost(100)),
			medianFigure('the longest turn of that', 'ms', turns, atMost(8)),
			medianFigure('all rights of a principal', 'ms', rights, atMost(50)),
			medianFigure('the matrix of a resource', 'ms', matrices),
			medianFigure('what checks ask of it, in turns behind the view', 'ms', checks),
		];
	},
};
