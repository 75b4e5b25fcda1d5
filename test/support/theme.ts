import {createTheme} from '../../views/theme.js';

export const colours = createTheme({isAscii: false, hasColour: true});
export const plainTheme = createTheme({isAscii: false, hasColour: false});
export const asciiTheme = createTheme({isAscii: true, hasColour: false});
