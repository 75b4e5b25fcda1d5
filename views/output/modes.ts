/**
Takes the terminal: no reports of the mouse (left on by another program, their bytes would act as keys), alternate screen, no autowrap (so that
the last cell never scrolls), no cursor, pastes marked as such.
*/
export const takeTerminal = '\u{1B}[?9;1000;1002;1003l\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l\u{1B}[?2004h';

/**
Gives it back as it was, whatever was being written: CAN ends a torn sequence, then the open update, link and style.
*/
export const giveTerminalBack = '\u{18}\u{1B}[?2026l\u{1B}]8;;\u{1B}\\\u{1B}[m\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l';
