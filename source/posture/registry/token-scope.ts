/**
What the actions of a scope map let a token do.
*/
export type TokenScope = {
	readonly pulls: boolean;
	readonly pushes: boolean;
	readonly deletes: boolean;
	/**
	Every repository, or the names and patterns of those that it reaches.
	*/
	readonly repositories: 'all' | readonly string[];
	/**
	Actions that write to or delete in every repository.
	*/
	readonly broad: readonly string[];
};

const actionPattern = /^repositories\/(?<repository>.+)\/(?<part>content|metadata)\/(?<verb>read|write|delete)$/v;

const isAll = (repository: string): boolean => /^\*+$/v.test(repository);

/**
Reads the actions of a scope map, `repositories/NAME/content/read`, in any casing; what is none of a repository (a gateway's) counts nowhere.
Source: Azure Container Registry, repository-scoped permissions, as read on 2026-08-24.
*/
export const tokenScopeOf = (actions: readonly string[]): TokenScope => {
	const parsed = actions.flatMap(action => {
		const {repository, part, verb} = actionPattern.exec(action.toLowerCase())?.groups ?? {};
		return repository === undefined
			? []
			: [{
				action, repository, part, verb,
			}];
	});
	const content = parsed.filter(({part}) => part === 'content');
	const may = (verb: string): boolean => content.some(action => action.verb === verb);
	return {
		pulls: may('read'),
		pushes: may('write'),
		deletes: may('delete'),
		repositories: content.some(({repository}) => isAll(repository)) ? 'all' : [...new Set(content.map(({repository}) => repository))],
		broad: content.filter(({repository, verb}) => isAll(repository) && verb !== 'read').map(({action}) => action),
	};
};
