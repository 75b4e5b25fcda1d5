import {sanitize} from '../../terminal/sanitize.js';

/**
A line of comment: whatever the text holds, nothing of it is a command. A line break would end the comment, and controls
would act on the terminal of whoever reviews the script.
*/
export const comment = (text: string): string => `# ${sanitize(text, 4000)}`.trimEnd();
