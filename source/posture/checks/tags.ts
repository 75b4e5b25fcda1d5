import {isUnknown, type Fact} from '../../model/known.js';
import type {JudgeContext, Outcome} from '../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../outcome.js';
import {noStandards} from '../../model/standards.js';

/**
Names of `wanted` that are no tag of a resource. Azure does not tell tag names apart by their casing.
*/
export const missingTags = (wanted: readonly string[], tags: Readonly<Record<string, string>>): readonly string[] => {
	const present = new Set(Object.keys(tags).map(name => name.toLowerCase()));
	return wanted.filter(name => !present.has(name.toLowerCase()));
};

/**
Whether a resource has the tags that the setting `requiredTags` names.

@param tagged The resource's tags, and whether its document has any at all.
*/
export const judgeTags = ({tags, isTagged}: {readonly tags: Readonly<Record<string, string>>; readonly isTagged: Fact<boolean>}, {standards = noStandards}: JudgeContext): Outcome => {
	const {requiredTags} = standards;
	if (requiredTags.length === 0) {
		return notApplicable(seen('settings.requiredTags', 'none'));
	}

	if (isUnknown(isTagged)) {
		return unknownBecause(isTagged.reason);
	}

	const missing = missingTags(requiredTags, tags);
	return missing.length === 0
		? pass(seen('tags', requiredTags))
		: fail([seen('tags', isTagged ? Object.keys(tags) : undefined)], {detail: `Without ${missing.join(', ')}.`});
};
