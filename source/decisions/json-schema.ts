import * as z from 'zod/mini';
import {decisionsSchema} from './schema.js';

const descriptions: Readonly<Record<string, string>> = {
	resource: 'Id of a resource; * stands for any text. With a tag beside it, both have to hold.',
	tag: 'A tag that the resource bears, as name=value.',
	check: 'Id of a check that may fail, or a list of them.',
	reason: 'Why the risk is accepted.',
	by: 'Who accepted it.',
	until: 'The last day on which the decision holds, in UTC; from the next one on the failure counts again.',
};

/**
The JSON Schema of a decisions file, for editors and for checks before a commit: `schemas/decisions.schema.json` is this.
*/
export const decisionsJsonSchema = (): Readonly<Record<string, unknown>> => {
	const schema = z.toJSONSchema(decisionsSchema, {
		override({jsonSchema, path}) {
			const name = String(path.at(-1) ?? '');
			if (path.at(-2) === 'properties' && Object.hasOwn(descriptions, name)) {
				jsonSchema.description = descriptions[name]!;
			}

			if (!(path.at(-1) === 'items' && jsonSchema.type === 'object')) {
				return;
			}

			jsonSchema.description = 'One accepted risk: these checks may fail on these resources until a day.';
			jsonSchema.anyOf = [{required: ['resource']}, {required: ['tag']}];
		},
	});
	return {...schema, title: 'Decisions of crowsnest', description: 'Risks that a team has accepted. crowsnest shows such failures as accepted and leaves them out of counts and score.'};
};
