/**
What is asked of one cluster: what its own API tells, or what Azure tells of it alone.
*/
export type Task = {readonly what: 'inside' | 'records'; readonly key: string};

/**
A task, and when it is due: milliseconds since 1970, infinity for never.
*/
export type Due = {readonly task: Task; readonly at: number};

/**
Tasks in the order in which they are due. Of a thousand clusters that is worked out once and kept, for a look begins or ends several times a second.
*/
export type Agenda = {
	/**
	The first that is not left out.
	*/
	readonly first: (isLeftOut: (task: Task) => boolean) => Due | undefined;
	/**
	It is under way: it is due again when it has ended.
	*/
	readonly begin: (task: Task) => void;
	readonly end: (task: Task) => void;
	/**
	Something has changed that many hang on.
	*/
	readonly forget: () => void;
};

const earlier = (one: Due, other: Due): number => one.at - other.at;

/**
Where something has its place among what is due: behind what is due at the same time.
*/
const placeOf = (list: readonly Due[], at: number): number => {
	let [low, high] = [0, list.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (list[middle]!.at <= at) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
};

/**
Makes an agenda that is filled when it is first asked.

@param tasks all that may be begun
@param dueAt milliseconds since 1970; infinity for what is never due again
*/
export const createAgenda = (tasks: () => Iterable<Task>, dueAt: (task: Task) => number): Agenda => {
	let list: Due[] | undefined;
	return {
		first(isLeftOut) {
			list ??= Array.from(tasks(), (task): Due => ({task, at: dueAt(task)})).toSorted(earlier);
			return list.find(({task}) => !isLeftOut(task));
		},
		begin({what, key}) {
			const index = list?.findIndex(({task}) => task.key === key && task.what === what) ?? -1;
			if (index !== -1) {
				list!.splice(index, 1);
			}
		},
		end(task) {
			const at = dueAt(task);
			list?.splice(placeOf(list, at), 0, {task, at});
		},
		forget() {
			list = undefined;
		},
	};
};
