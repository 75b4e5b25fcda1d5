import {isUnknown, type Fact, type UnknownCause} from '../../model/known.js';
import {sanitize} from '../../terminal/sanitize.js';

/**
Says whether a value read from a file may be taken for a `T`. A member that JSON leaves out counts as `undefined`.
*/
export type Is<T> = (value: unknown) => value is T;

const deepest = 8;

const causes: ReadonlySet<unknown> = new Set<UnknownCause>(['denied', 'throttled', 'unreachable', 'malformed', 'not-reported', 'not-asked']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText: Is<string> = (value): value is string => typeof value === 'string';

export const isNumber: Is<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);

export const isFlag: Is<boolean> = (value): value is boolean => typeof value === 'boolean';

export const optional = <T>(is: Is<T>): Is<T | undefined> => (value): value is T | undefined => value === undefined || is(value);

/**
Known, or unknown with a cause that exists and a reason.
*/
export const fact = <T>(is: Is<T>): Is<Fact<T>> => (value): value is Fact<T> =>
	isUnknown(value) ? causes.has(value.unknown) && isText(value.reason) : is(value);

export const list = <T>(is: Is<T>): Is<readonly T[]> => (value): value is readonly T[] => Array.isArray(value) && value.every(item => is(item));

export const pair = <A, B>(isFirst: Is<A>, isSecond: Is<B>): Is<readonly [A, B]> => (value): value is readonly [A, B] =>
	Array.isArray(value) && value.length === 2 && isFirst(value[0]) && isSecond(value[1]);

export const oneOf = <const T extends string>(...words: readonly T[]): Is<T> => (value): value is T => (words as readonly unknown[]).includes(value);

/**
Any names with values of one kind. Names are drawn too, so they must be clean.
*/
export const dictionary = <T>(is: Is<T>): Is<Readonly<Record<string, T>>> => (value): value is Readonly<Record<string, T>> =>
	isObject(value) && Object.entries(value).every(([name, item]) => sanitize(name) === name && is(item));

/**
An object with at least these members. The compiler asks for every member of `T`, so that a model that grows is never kept unchecked.
*/
export const shape = <T>(members: {readonly [Name in keyof T]-?: Is<T[Name]>}): Is<T> => {
	const checks = Object.entries(members) as ReadonlyArray<[string, Is<unknown>]>;
	return (value): value is T => isObject(value) && checks.every(([name, is]) => is(Object.hasOwn(value, name) ? value[name] : undefined));
};

/**
Whether a value nests no deeper than any model does: what is deeper could break a recursive walk.
*/
export const isShallow = (value: unknown, depth = deepest): boolean => typeof value !== 'object' || value === null ? true : depth > 0 && Object.values(value).every(item => isShallow(item, depth - 1));

export const textFact: Is<Fact<string | undefined>> = fact(optional(isText));

export const flagFact: Is<Fact<boolean | undefined>> = fact(optional(isFlag));

export const numberFact: Is<Fact<number | undefined>> = fact(optional(isNumber));

export const textsFact: Is<Fact<readonly string[] | undefined>> = fact(optional(list(isText)));
