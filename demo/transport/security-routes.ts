import {alertDocument} from '../documents/alert-document.js';
import {assessmentDocument} from '../documents/assessment-document.js';
import {defenderPlans} from '../documents/subscription-document.js';
import type {FindingSpec} from '../fleet/finding-spec.js';
import {ok, resourceNotFound, type Answer} from './answer.js';
import {allFindings, findFinding, unitsBelow} from './find-findings.js';
import {
	listPage,
	pathPattern,
	type Call,
	type Route,
} from './route.js';
import type {World} from './world.js';

const provider = '/providers/Microsoft.Security';

const documentOf = (world: World, finding: FindingSpec) =>
	(finding.kind === 'alert' ? alertDocument(finding, world.context) : assessmentDocument(finding, world.context));

const listOf = (world: World, call: Call, scope: string, isAlert: boolean): Answer => {
	const {length, at} = allFindings(unitsBelow(world, scope).filter(unit => unit.isAlert === isAlert));
	return listPage(call, length, 200, index => documentOf(world, at(index)));
};

const resourceGroupOf = (path: string): string => /\/resourcegroups\/(?<group>[^\/]+)/iv.exec(path)?.groups?.group ?? '';

const oneOf = (world: World, path: string, type: string): Answer => {
	const finding = findFinding(world, path);
	return finding ? ok(documentOf(world, finding)) : resourceNotFound(`Microsoft.Security/${type}/${path.split('/').at(-1)!}`, resourceGroupOf(path));
};

/**
Microsoft.Security: assessments 2025-05-04, alerts 2022-01-01, pricings 2024-01-01.
*/
export const securityRoutes: readonly Route[] = [
	{
		pattern: pathPattern(`/subscriptions/:subscription${provider}/pricings`),
		action: 'Microsoft.Security/pricings/read',
		answer(world, _call, groups) {
			const subscription = world.subscription(groups.subscription!)!;
			return ok({
				value: defenderPlans(subscription, world.context).map(([name, properties]) => ({
					id: `/subscriptions/${subscription.id}${provider}/pricings/${name}`, name, type: 'Microsoft.Security/pricings', properties,
				})),
			});
		},
	},
	{
		pattern: pathPattern(`:scope*${provider}/assessments`),
		action: 'Microsoft.Security/assessments/read',
		answer: (world, call, groups) => listOf(world, call, groups.scope!, false),
	},
	{
		pattern: pathPattern(`:scope*${provider}/assessments/:name`),
		action: 'Microsoft.Security/assessments/read',
		answer: (world, {path}) => oneOf(world, path, 'assessments'),
	},
	{
		pattern: pathPattern(`:scope*${provider}/alerts`),
		action: 'Microsoft.Security/alerts/read',
		answer: (world, call, groups) => listOf(world, call, groups.scope!, true),
	},
	{
		pattern: pathPattern(`:scope*${provider}/locations/:location/alerts/:name`),
		action: 'Microsoft.Security/locations/alerts/read',
		answer: (world, {path}) => oneOf(world, path, 'locations/alerts'),
	},
];
