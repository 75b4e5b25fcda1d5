#!/usr/bin/env node
import process from 'node:process';
import packageJson from '../package.json' with {type: 'json'};

const write = async (stream: NodeJS.WriteStream, text: string): Promise<void> => new Promise(resolve => {
	stream.write(text, () => {
		resolve();
	});
});

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', () => {
	process.exit(0);
});

/**
The front door. Each step loads only what it is sure to need; whatever fails ends as one sentence.
*/
const run = async (argv: readonly string[]): Promise<number> => {
	if (argv.includes('--help')) {
		const {helpText} = await import('./cli/help.js');
		await write(process.stdout, helpText(packageJson.description));
		return 0;
	}

	if (argv.includes('--version')) {
		await write(process.stdout, `${packageJson.version}\n`);
		return 0;
	}

	// What begins with a flag is no command, and loads nothing to find that out.
	const {commandOf} = argv[0] === undefined || argv[0].startsWith('-') ? {} : await import('./cli/commands.js');
	const command = commandOf?.(argv);
	if (command !== undefined) {
		const runCommand = await command.load();
		return runCommand(argv.slice(1), {
			columns: process.stdout.isTTY ? process.stdout.columns : undefined,
			out: async text => write(process.stdout, text),
		});
	}

	const [{prepare}, {parseArguments}] = await Promise.all([import('./cli/prepare.js'), import('./cli/parse-arguments.js')]);
	const prepared = await prepare(await parseArguments(argv), process.env);
	try {
		// Keys come from stdin: a dashboard without them could not be left.
		if (process.stdout.isTTY && process.stdin.isTTY && process.env.TERM !== 'dumb') {
			const {runDashboard} = await import('../views/run.js');
			await runDashboard(prepared);
			return 0;
		}

		const {printSummary} = await import('./cli/print-summary.js');
		return await printSummary({
			...prepared,
			out: async text => write(process.stdout, text),
			error: async text => write(process.stderr, text),
		});
	} finally {
		prepared.log.close();
	}
};

// The SDK would write its log over the screen; `--log-file` is where requests are told.
delete process.env.AZURE_LOG_LEVEL;

const argv = process.argv.slice(2);

try {
	// Sockets that are kept alive would hold the process for seconds.
	process.exit(await run(argv));
} catch (error) {
	const {describeError} = await import('./cli/describe-error.js');
	const {text, exitCode} = describeError(error, argv.includes('--debug') || (process.env.CROWSNEST_DEBUG ?? '') !== '');
	await write(process.stderr, text);
	process.exit(exitCode);
}
