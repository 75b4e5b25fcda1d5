/**
Stands in for `cli-cursor`: the screen hides the cursor and shows it again. The real one also writes an escape code to stderr when the program ends, even into a file.
*/
const cursor = {
	show() {
		// The screen does.
	},
	hide() {
		// The screen does.
	},
};

export default cursor;
