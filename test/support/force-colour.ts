import process from 'node:process';

// Import this before Ink: chalk asks for the number of colours when it is loaded, and a test's output is no terminal.
process.env.FORCE_COLOR = '3';
