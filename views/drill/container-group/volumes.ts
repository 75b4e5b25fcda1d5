import type {ContainerGroup, GroupContainer, GroupVolume} from '../../../source/model/container-group.js';
import {isUnknown, valueOf} from '../../../source/model/known.js';
import {listRow, unknownLine, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Line} from '../../theme.js';
import type {Tab} from '../tab.js';

const kindWords: Readonly<Record<GroupVolume['kind'], string>> = {
	azureFile: 'Azure file share', emptyDir: 'empty folder, gone with the group', gitRepo: 'git repository', secret: 'secret, whose files only the containers see', unknown: 'of a kind that crowsnest does not know',
};

const mountLines = (volume: string, containers: readonly GroupContainer[]): Line => {
	const mounts = containers.flatMap(({name, mounts: own}) => (valueOf(own) ?? []).filter(mount => mount.volume === volume).map(({path, isReadOnly}) => `${name} at ${path}${isReadOnly ? ' (read only)' : ''}`));
	return mounts.length === 0 ? words('  mounted by none', 'dim') : [{text: `  ${mounts.join(', ')}`, tone: 'dim'}];
};

const rowOf = ({name, kind, detail}: GroupVolume, containers: readonly GroupContainer[]): SheetRow => ({
	label: name,
	value: [{text: kindWords[kind], tone: kind === 'unknown' ? 'unknown' : 'plain'}, {text: detail === '' ? '' : `: ${detail}`}, ...mountLines(name, containers)],
});

const volumeSection = ({volumes, containers}: ContainerGroup): Section => ({
	title: 'Volumes',
	rows: isUnknown(volumes)
		? [{value: unknownLine(volumes)}]
		: (volumes.length === 0 ? [{value: words('none', 'dim')}] : volumes.map(volume => rowOf(volume, valueOf(containers) ?? []))),
});

/**
What a group mounts, where, and which secrets of vaults it refers to; never what is in them.
*/
export const volumes: Tab<ContainerGroup> = {
	id: 'volumes',
	title: 'Volumes',
	type: 'lines',
	lines: ({resource, width, theme}) => drawSheet([
		volumeSection(resource),
		{title: 'Secrets of vaults', rows: [listRow('Referred to', resource.vaultSecrets, words('none', 'dim'))]},
	], width, theme),
};
