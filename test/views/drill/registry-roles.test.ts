import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import type {Registry} from '../../../source/model/registry.js';
import {registryReference} from '../../../source/posture/access/registry-reference.js';
import {referenceLines} from '../../../views/drill/access/reference-lines.js';
import type {Theme} from '../../../views/theme.js';
import {toAscii} from '../../../views/parts/text/ascii.js';
import {brokenLine, plainTexts} from '../../support/cells.js';
import {
	basicRegistry,
	documentOf,
	registryFrom,
} from '../../support/models.js';
import {asciiTheme, colours} from '../../support/theme.js';

const abacRegistry = registryFrom(documentOf('acr/registry-abac-admin-user'));
const laterRegistry: Registry = {...basicRegistry, roleAssignmentMode: unknown('malformed', 'roleAssignmentMode is not a text.')};

const linesOf = (resource: Registry, width = 80, theme: Theme = colours) => referenceLines(resource, registryReference, width, theme);

const textOf = (resource: Registry, width = 80): string => plainTexts(linesOf(resource, width)).join('\n');

const rowOf = (text: string, name: string): string | undefined => new RegExp(`^ +${name} +(?<marks>[X·](?: +[X·]){6})`, 'mv').exec(text)?.groups?.marks?.replaceAll(/ +/gv, '');

const classicOf = (resource: Registry) => {
	const text = textOf(resource);
	return ['Owner', 'Contributor', 'Reader', 'AcrPush', 'AcrPull', 'AcrDelete', 'AcrImageSigner'].map(name => rowOf(text, name));
};

test('a registry in RBAC mode shows the published matrix', t => {
	t.deepEqual(classicOf(basicRegistry), ['XXXXXX·', 'XXXXXX·', 'X··X···', '··XX···', '···X···', '····X··', '······X']);
});

test('a registry in ABAC mode shows what is left of it, and the repository roles', t => {
	t.deepEqual(classicOf(abacRegistry), ['XX···X·', 'XX···X·', 'X······', '·······', '·······', '·······', '·······']);
	t.regex(textOf(abacRegistry), /Container Registry Repository Writer\n +· +· +X +X +· +· +·/v);
	t.notRegex(textOf(basicRegistry), /Repository Writer/v);
});

test('a cell says why: the entry that gives it, or what is lacking', t => {
	const text = textOf(basicRegistry, 140);
	t.regex(text, /Reader +access Resource Manager, pull by \*\/read/v);
	t.regex(text, /not sign images: has registries\/sign\/write by \*, lacks data action registries\/trustedCollections\/write/v);
	t.regex(text, /AcrDelete +delete image data by Microsoft\.ContainerRegistry\/registries\/artifacts\/delete/v);
	t.regex(textOf(abacRegistry, 140), /AcrPush +nothing of these/v);
});

test('it says that it is a reference, and of when', t => {
	t.regex(textOf(basicRegistry), /Reference: what each role gives here by itself\n +Computed from built-in role definitions as of 2026-08-22/v);
});

test('where the mode could not be read, both tables stand there', t => {
	const text = textOf(laterRegistry);
	t.regex(text, /seven classic roles, if in RBAC mode/v);
	t.regex(text, /seven classic roles, if in ABAC mode/v);
});

for (const width of [40, 60, 80, 120, 200]) {
	test(`nothing breaks out of ${width} columns`, t => {
		for (const registry of [basicRegistry, abacRegistry, laterRegistry]) {
			t.is(brokenLine(linesOf(registry, width), width), undefined);
		}
	});
}

test('on an ASCII terminal every cell is ASCII as it is drawn', t => {
	const painted = linesOf(abacRegistry, 80, asciiTheme).map(line => line.map(({text, tone = 'plain'}) => asciiTheme.paint(text, tone)).join(''));
	const drawn = stripVTControlCharacters(painted.join('\n'));
	t.is(toAscii(drawn.replaceAll('\n', '')), drawn.replaceAll('\n', ''));
	t.regex(drawn, /AcrPull +- +- +- +-/v);
	t.notRegex(drawn, /\?/v);
});
