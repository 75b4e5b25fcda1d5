/**
Makes the function that computes anew only when one of what it is made of is another object.
*/
export const createMemo = <Parts extends readonly unknown[], Result>(compute: (...parts: Parts) => Result): ((...parts: Parts) => Result) => {
	let last: {readonly parts: Parts; readonly result: Result} | undefined;
	return (...parts) => {
		if (!last?.parts.every((part, index) => part === parts[index])) {
			last = {parts, result: compute(...parts)};
		}

		return last.result;
	};
};
