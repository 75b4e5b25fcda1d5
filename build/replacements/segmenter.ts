// eslint-disable-next-line no-control-regex, regexp/no-control-character, regexp/no-obscure-range
const unjoinable = /^[\n\u{1B} -~¡-¬®-ʯ‐-‧←-⇿⏎─-▩▬-▵▷-▿◁-◺]*$/v;

// Asked for by name, because the build's `define` puts this class in the place of the plain expression.
const name = 'Segmenter';
const Original = (Intl as unknown as Record<string, typeof Intl.Segmenter>)[name]!;

/**
Stands in for `Intl.Segmenter` in the whole bundle: a real one takes some milliseconds to make, Ink's tokenizer makes one when it is loaded and asks it for
every text of every frame. Characters that never join with a neighbour are segments by themselves; all other texts go to the real one.
*/
export class LazySegmenter {
	readonly #locales: Intl.LocalesArgument;
	readonly #options: Intl.SegmenterOptions | undefined;
	#original: Intl.Segmenter | undefined;

	constructor(locales?: Intl.LocalesArgument, options?: Intl.SegmenterOptions) {
		this.#locales = locales;
		this.#options = options;
	}

	segment(text: string): Iterable<Intl.SegmentData> {
		if ((this.#options?.granularity ?? 'grapheme') === 'grapheme' && unjoinable.test(text)) {
			const segments: Intl.SegmentData[] = [];
			for (let index = 0; index < text.length; index++) {
				segments.push({segment: text[index]!, index, input: text});
			}

			return segments;
		}

		this.#original ??= new Original(this.#locales, this.#options);
		return this.#original.segment(text);
	}

	resolvedOptions(): Intl.ResolvedSegmenterOptions {
		this.#original ??= new Original(this.#locales, this.#options);
		return this.#original.resolvedOptions();
	}
}
