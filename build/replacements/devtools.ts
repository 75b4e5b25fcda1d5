/**
Stands in for `react-devtools-core`, which Ink imports for a developer who set DEV=true; a jump host has none.
*/
const devtools = {
	initialize() {
		// Nothing to connect to.
	},
	connectToDevTools() {
		// Nothing to connect to.
	},
};

export default devtools;
