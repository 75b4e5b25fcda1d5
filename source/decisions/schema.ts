import * as z from 'zod/mini';

const longestId = 2048;

/**
A resource has names longer than a word, a reason is a few sentences.
*/
const longestText = 2000;

const text = (wanted: string, pattern = /\S/v, longest = longestText) => z.string({error: wanted}).check(
	z.regex(pattern, {error: wanted}),
	z.maxLength(longest, {error: `at most ${longest} characters`}),
);

const checkId = text('the id of a check, such as aks-local-accounts-enabled', /^[a-z][\da-z]*(?:-[\da-z]+)*$/v);

const checkIds = z.array(checkId).check(z.minLength(1, {error: 'the id of a check, or a list of ids'}));

const resource = text('a resource id that begins with / or with *', /^[*\/]/v, longestId);

const tag = text('a tag as name=value', /^\s*[^\s=][^=]*=/v, longestId);

/**
What an entry says, member by member; each has the sentence for what is none. That a resource or a tag is there is for the
reader to ask: it is no matter of one member.
*/
export const decisionSchema = z.strictObject({
	resource: z.optional(resource),
	tag: z.optional(tag),
	check: z.union([checkId, checkIds], {error: 'the id of a check, or a list of ids'}),
	reason: text('a reason in words'),
	by: text('who decided, in words'),
	until: z.iso.date({error: 'a day of the calendar, such as 2026-12-31'}),
});

export const decisionsSchema = z.strictObject({decisions: z.array(decisionSchema)});

export const memberNames = Object.keys(decisionSchema.shape) as ReadonlyArray<keyof typeof decisionSchema.shape>;

export type DecisionMembers = z.output<typeof decisionSchema>;
