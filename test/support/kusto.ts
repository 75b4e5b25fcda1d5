import {createRequire} from 'node:module';

/* eslint-disable new-cap, import-x/no-unassigned-import, unicorn/no-top-level-side-effects -- a script of globals with its own names */

type Node = {readonly LiteralValue?: unknown; readonly ChildCount?: number; readonly GetChild?: (index: number) => Node | null}; // eslint-disable-line @typescript-eslint/no-restricted-types

/**
What is used here of Kusto's language service: C# turned into a script of globals, without types for them.
*/
type Language = {
	readonly Symbols: {
		readonly TableSymbol: {readonly From: (schema: string) => {readonly WithName: (name: string) => unknown}};
		readonly DatabaseSymbol: {readonly ctor: new (name: string, tables: readonly unknown[]) => unknown};
	};
	readonly GlobalState: {readonly Default: {readonly WithDatabase: (database: unknown) => unknown}};
	readonly KustoCode: {
		readonly Parse: (query: string) => {readonly Syntax: Node};
		readonly ParseAndAnalyze: (query: string, globals: unknown) => {
			readonly GetDiagnostics: () => {readonly Count: number; readonly getItem: (index: number) => {readonly Message: string}};
		};
	};
};

const require = createRequire(import.meta.url);
require('@kusto/language-service-next/bridge.min.js');
require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');

const {Language: kusto} = (globalThis as unknown as {Kusto: {Language: Language}}).Kusto;

/**
The columns of Resource Graph's tables (documentation of its table reference).
*/
const columns = '(id: string, name: string, type: string, tenantId: string, [\'kind\']: string, location: string, resourceGroup: string, subscriptionId: string, managedBy: string, sku: dynamic, plan: dynamic, properties: dynamic, tags: dynamic, identity: dynamic, zones: dynamic, extendedLocation: dynamic)';

const database = new kusto.Symbols.DatabaseSymbol.ctor('resourceGraph', ['resources', 'resourcecontainers', 'securityresources', 'authorizationresources', 'policyresources', 'patchassessmentresources'].map(name =>
	kusto.Symbols.TableSymbol.From(columns).WithName(name)));

const globals = kusto.GlobalState.Default.WithDatabase(database);

/**
What Kusto's parser and binder find wrong with a query over Resource Graph's tables.
*/
export const diagnose = (query: string): readonly string[] => {
	const diagnostics = kusto.KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics();
	return Array.from({length: diagnostics.Count}, (_, index) => diagnostics.getItem(index).Message);
};

/**
The texts and numbers that stand in a query, as Kusto understands them.
*/
export const literalsIn = (query: string): readonly unknown[] => {
	const literals: unknown[] = [];
	const walk = (node: Node | null | undefined): void => { // eslint-disable-line @typescript-eslint/no-restricted-types
		const value = node?.LiteralValue ?? undefined;
		if (value !== undefined) {
			literals.push(value);
		}

		for (let index = 0; index < (node?.ChildCount ?? 0); index++) {
			walk(node?.GetChild?.(index));
		}
	};

	walk(kusto.KustoCode.Parse(query).Syntax);
	return literals;
};
/* eslint-enable new-cap, import-x/no-unassigned-import, unicorn/no-top-level-side-effects */
