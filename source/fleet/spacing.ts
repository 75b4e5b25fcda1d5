/**
How often the fleet is told of and looked after, in milliseconds.
*/
export const spacing = {
	/**
	Between two snapshots that are told of: a poll of eight sources draws a few frames, not eight.
	*/
	frame: 50,
	/**
	Until it is told that a poll has begun, or ended with nothing new: several of them make one frame.
	*/
	quiet: 1000,
	/**
	That a frame without a row waits for one with rows.
	*/
	empty: 150,
	/**
	Until what looks into clusters is loaded, though nobody has asked for it: the panes come first.
	*/
	insides: 2000,
	/**
	Until what works out rights is loaded, with the built-in roles.
	*/
	access: 1500,
	/**
	At most between two looks at the decisions file: who has just saved it waits for what it does.
	*/
	decisions: 2000,
	/**
	That a quit waits at most for what is still to be written.
	*/
	stop: 500,
} as const;
