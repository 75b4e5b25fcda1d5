import {unknown, type Fact, type Unknown} from '../../model/known.js';
import {sanitize} from '../../terminal/sanitize.js';
import {intern} from './intern.js';
import type {Vocabulary} from './vocabulary.js';

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
A wrong value in words, short and safe to draw.
*/
const show = (value: unknown): string => {
	if (Array.isArray(value)) {
		return 'a list';
	}

	if (typeof value === 'string') {
		return `"${sanitize(value, 40)}"`;
	}

	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object';
};

/**
One object inside a document from Azure, read member by member. An absent or null member gives `undefined`, one of a
wrong type an unknown fact that names its path; what lies below a member that could not be read is unknown for the same
reason. Paths are put together only when something is wrong, because a fleet has a hundred thousand members.
*/
export class Branch {
	/**
	The root of a document; `ignoresCase` finds members in any casing (Defender's documents differ by way).
	*/
	static of(document: unknown, ignoresCase = false): Branch {
		return isMembers(document)
			? new Branch(undefined, '', document, undefined, ignoresCase)
			: new Branch(undefined, '', undefined, unknown('malformed', `the document is ${show(document)}, not an object`), ignoresCase);
	}

	readonly #parent: Branch | undefined;
	readonly #name: string;
	readonly #members: Members | undefined;
	readonly #fault: Unknown | undefined;
	readonly #ignoresCase: boolean;
	#byLowerCase: Map<string, unknown> | undefined;

	// eslint-disable-next-line max-params
	private constructor(parent: Branch | undefined, name: string, members: Members | undefined, fault: Unknown | undefined, ignoresCase: boolean) {
		this.#parent = parent;
		this.#name = name;
		this.#members = members;
		this.#fault = fault;
		this.#ignoresCase = ignoresCase;
	}

	#pathOf(name: string): string {
		const {path} = this;
		return path === '' ? name : `${path}.${name}`;
	}

	#otherwise(name: string, value: unknown, wanted: string): Unknown | undefined {
		return value === undefined ? this.#fault : this.#malformed(name, value, wanted);
	}

	#malformed(name: string, value: unknown, wanted: string): Unknown {
		return unknown('malformed', `\`${this.#pathOf(name)}\` holds ${show(value)}, not ${wanted}`);
	}

	/**
	Where this object stands in its document, e.g. `properties.aadProfile`.
	*/
	get path(): string {
		const above = this.#parent?.path ?? '';
		return above === '' ? this.#name : `${above}.${this.#name}`;
	}

	/**
	Whether the object is there: known and not absent.
	*/
	get isPresent(): boolean {
		return this.#members !== undefined;
	}

	/**
	Whether the object is there at all, or why that could not be told.
	*/
	presence(): Fact<boolean> {
		return this.#fault ?? this.isPresent;
	}

	/**
	The object that a member holds. With `ignoresCase`, its members are found in any casing.
	*/
	child(name: string, ignoresCase = this.#ignoresCase): Branch {
		const value = this.raw(name);
		if (value === undefined) {
			return new Branch(this, name, undefined, this.#fault, ignoresCase);
		}

		return isMembers(value)
			? new Branch(this, name, value, undefined, ignoresCase)
			: new Branch(this, name, undefined, this.#malformed(name, value, 'an object'), ignoresCase);
	}

	/**
	As `child`, for a member that Azure always sends: without it, what lies below is not reported rather than absent.
	*/
	required(name: string): Branch {
		const child = this.child(name);
		return child.#members === undefined && child.#fault === undefined
			? new Branch(this, name, undefined, unknown('not-reported', `\`${child.path}\` is not in the answer`), child.#ignoresCase)
			: child;
	}

	/**
	A text of its own (a name, an id, a description): sanitised, on one line.
	*/
	text(name: string, limit?: number): Fact<string | undefined> {
		const value = this.raw(name);
		return typeof value === 'string' ? sanitize(value, limit) : this.#otherwise(name, value, 'a text');
	}

	/**
	A text that many resources share (a version, a size), or a word of an enumeration in any casing.
	*/
	word(name: string, vocabulary?: Vocabulary): Fact<string | undefined> {
		const value = this.raw(name);
		return typeof value === 'string' ? vocabulary?.get(value) ?? vocabulary?.get(value.toLowerCase()) ?? intern(value) : this.#otherwise(name, value, 'a text');
	}

	flag(name: string): Fact<boolean | undefined> {
		const value = this.raw(name);
		return typeof value === 'boolean' ? value : this.#otherwise(name, value, 'true or false');
	}

	/**
	A flag that Azure may send as a text: "True", "false".
	*/
	textFlag(name: string): Fact<boolean | undefined> {
		const value = this.raw(name);
		if (typeof value === 'string') {
			const lower = value.toLowerCase();
			if (lower === 'true' || lower === 'false') {
				return lower === 'true';
			}
		}

		return this.flag(name);
	}

	number(name: string): Fact<number | undefined> {
		const value = this.raw(name);
		return typeof value === 'number' && Number.isFinite(value) ? value : this.#otherwise(name, value, 'a number');
	}

	/**
	A list whose elements `read` turns into texts; an element that it cannot read makes the list unknown.
	*/
	texts(name: string, read: (element: unknown) => string | undefined = element => (typeof element === 'string' ? intern(element) : undefined)): Fact<readonly string[] | undefined> {
		const value = this.raw(name);
		if (!Array.isArray(value)) {
			return this.#otherwise(name, value, 'a list');
		}

		const texts: string[] = [];
		for (const element of value as readonly unknown[]) {
			const text = read(element);
			if (text === undefined) {
				return unknown('malformed', `an element of \`${this.#pathOf(name)}\` is ${show(element)}`);
			}

			texts.push(text);
		}

		return texts;
	}

	list(name: string): Fact<readonly unknown[] | undefined> {
		const value = this.raw(name);
		return Array.isArray(value) ? value as readonly unknown[] : this.#otherwise(name, value, 'a list');
	}

	/**
	The names of the members, as sent.
	*/
	names(): readonly string[] {
		return this.#members === undefined ? [] : Object.keys(this.#members);
	}

	/**
	The member as sent; `undefined` where it is absent or null.
	*/
	raw(name: string): unknown {
		const members = this.#members;
		if (members === undefined) {
			return undefined;
		}

		const value = members[name];
		if (value !== undefined || !this.#ignoresCase) {
			return value ?? undefined;
		}

		this.#byLowerCase ??= new Map(Object.entries(members).map(([key, member]) => [key.toLowerCase(), member]));
		return this.#byLowerCase.get(name.toLowerCase()) ?? undefined;
	}
}
