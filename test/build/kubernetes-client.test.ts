import {fileURLToPath} from 'node:url';
import test from 'ava';
import {build} from 'esbuild';
import {replacePackages} from '../../build/replace.js';

test('of Kubernetes\' client comes what is used: no way of sending of its own, no kubeconfig reader, no plug-ins', async t => {
	const {metafile, outputFiles} = await build({
		entryPoints: [fileURLToPath(new URL('../../source/kubernetes/generated.ts', import.meta.url))],
		bundle: true,
		minify: true,
		format: 'esm',
		platform: 'node',
		metafile: true,
		write: false,
		plugins: [replacePackages],
	});
	const packages = new Set(Object.keys(metafile.inputs).map(input => /node_modules\/(?<name>(?:@[^\/]+\/)?[^\/]+)\//v.exec(input)?.groups?.name));
	t.true(packages.has('@kubernetes/client-node'));
	for (const name of ['undici', 'ws', 'openid-client', 'jsonpath-plus', 'js-yaml', 'socks-proxy-agent', 'tar-fs']) {
		t.false(packages.has(name), `${name} is left out`);
	}

	t.true(outputFiles[0]!.contents.length < 2_000_000);
});
