/**
One request that crowsnest may send to Microsoft Graph. All of them read: `getByIds` is a POST because a thousand ids have no room in an
address (Microsoft Graph v1.0, `directoryObject: getByIds`: "Return the directory objects specified in a list of IDs").
*/
export type GraphOperation = {
	readonly id: string;
	readonly method: 'GET' | 'POST';
	/**
	Path below the cloud's Microsoft Graph; `{id}` stands for an object id.
	*/
	readonly path: string;
	readonly reason: string;
	/**
	The least permission that serves, as an application or delegated.
	*/
	readonly permission: string;
};

/**
The one list of everything that crowsnest may ask of Microsoft Graph, and only when a person wants names.
*/
export const graphOperations: readonly GraphOperation[] = [
	{
		id: 'directoryObjects.getByIds',
		method: 'POST',
		path: '/v1.0/directoryObjects/getByIds',
		reason: 'names of those who hold roles, and whether they are guests, blocked or deleted',
		permission: 'User.Read.All, GroupMember.Read.All and Application.Read.All, or Directory.Read.All',
	},
	{
		id: 'groups.listTransitiveMembers',
		method: 'GET',
		path: '/v1.0/groups/{id}/transitiveMembers',
		reason: 'who holds a role because a group does',
		permission: 'GroupMember.Read.All',
	},
	{
		id: 'servicePrincipals.list',
		method: 'GET',
		path: '/v1.0/servicePrincipals',
		reason: 'when the credentials of a service principal end; never the credentials',
		permission: 'Application.Read.All',
	},
	{
		id: 'applications.list',
		method: 'GET',
		path: '/v1.0/applications',
		reason: 'when the credentials of its application end; never the credentials',
		permission: 'Application.Read.All',
	},
];
