const config = {
	extensions: ['ts', 'tsx'],
	nodeArguments: ['--import=tsx'],
	files: ['test/**/*.test.{ts,tsx}'],
	timeout: '2m',
};

export default config;
