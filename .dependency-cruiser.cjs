/**
Who may import whom: model ← posture ← fleet ← (views, report); azure → model; kubernetes → azure, model; fleet → azure, kubernetes. Nobody upwards, no circle.
@param name
@param from
@param to
*/
const rule = (name, from, to) => ({
	name,
	severity: 'error',
	from: {path: from},
	to: {path: to},
});

module.exports = {
	forbidden: [
		{
			name: 'no-circle', severity: 'error', from: {}, to: {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}},
		},
		rule('model-imports-nothing', '^source/model/', '^(source/(?!model/|terminal/)|views/|demo/)'),
		rule('posture-imports-model', '^source/posture/', '^(source/(?!posture/|model/|data/)|views/|demo/)'),
		rule('decisions-import-posture', '^source/decisions/', '^(source/(?!decisions/|posture/|model/|settings/|terminal/)|views/|demo/)'),
		rule('azure-imports-model', '^source/azure/', '^(source/(?!azure/|model/|terminal/)|views/|demo/)'),
		rule('kubernetes-imports-azure', '^source/kubernetes/', '^(source/(?!kubernetes/|azure/|model/|terminal/)|views/|demo/)'),
		rule('fleet-imports-azure', '^source/fleet/', '^(source/(?!fleet/|azure/|kubernetes/|posture/|decisions/|prices/|model/|settings/|terminal/|data/)|views/|demo/)'),
		rule('prices-import-model', '^source/prices/', '^(source/(?!prices/|model/|data/|settings/|terminal/)|views/|demo/)'),
		rule('terminal-imports-nothing', '^source/terminal/', '^(source/(?!terminal/)|views/|demo/)'),
		rule('settings-imports-azure', '^source/settings/', '^(source/(?!settings/|azure/|terminal/|model/)|views/|demo/)'),
		rule('report-imports-fleet', '^source/report/', '^(source/(?!report/|fleet/|posture/|model/|terminal/)|views/|demo/)'),
		{
			name: 'only-the-front-door-opens-views-and-demo',
			severity: 'error',
			from: {path: '^source/', pathNot: String.raw`^source/cli(/|\.ts$)`},
			to: {path: '^(views|demo)/'},
		},
		rule('demo-is-a-transport', '^demo/', '^(views/|source/(?!azure/|kubernetes/|model/|terminal/|data/))'),
		rule('views-do-not-call-azure', '^views/', '^(source/azure/|demo/|node_modules/@azure)'),
		{
			name: 'only-azure-rooms-open-clients',
			severity: 'error',
			from: {path: '^(source|views)/', pathNot: '^source/(azure|kubernetes|cli)'},
			to: {path: 'node_modules/@azure'},
		},
		{
			name: 'only-kubernetes-opens-its-client', severity: 'error', from: {path: '^(source|views|demo)/', pathNot: '^source/kubernetes/'}, to: {path: 'node_modules/@kubernetes'},
		},
		{
			name: 'no-react-in-source', severity: 'error', from: {path: '^(source|demo)/'}, to: {path: 'node_modules/(react|ink)/'},
		},
	],
	options: {
		doNotFollow: {path: 'node_modules'},
		tsPreCompilationDeps: true,
		tsConfig: {fileName: 'tsconfig.json'},
		enhancedResolveOptions: {extensions: ['.ts', '.tsx', '.js'], conditionNames: ['import', 'default', 'types']},
	},
};
