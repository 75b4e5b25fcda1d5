/**
How a text may be copied: `auto` chooses between the next two, `native` is the machine's own clipboard command, `osc52` asks the terminal,
`screen` uses no clipboard and shows the text alone, to be selected by hand.
*/
export const clipboardWays = ['auto', 'native', 'osc52', 'screen'] as const;

export type ClipboardWay = (typeof clipboardWays)[number];
