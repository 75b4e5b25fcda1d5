import test from 'ava';
import {readCapabilities} from '../../source/terminal/capabilities.js';

const read = (env: Record<string, string>, flags: {color?: boolean; isAscii?: boolean} = {}, platform: NodeJS.Platform = 'linux') =>
	readCapabilities({env: {LANG: 'en_GB.UTF-8', TERM: 'xterm-256color', ...env}, platform, ...flags});

test('an ordinary terminal can everything', t => {
	t.deepEqual(read({}), {
		hasColour: true, isAscii: false, isDumb: false, isRemote: false, multiplexer: 'none', canRepeat: true,
	});
});

test('NO_COLOR, --no-color and a dumb terminal take the colours away', t => {
	t.false(read({NO_COLOR: '1'}).hasColour);
	t.true(read({NO_COLOR: ''}).hasColour, 'an empty one does not count');
	t.false(read({}, {color: false}).hasColour);
	t.false(read({TERM: 'dumb'}).hasColour);
	t.true(read({TERM: 'dumb'}).isDumb);
});

test('the first locale variable that is set decides about UTF-8', t => {
	t.true(read({LANG: 'C'}).isAscii);
	t.true(read({LANG: ''}).isAscii);
	t.true(read({LC_ALL: 'POSIX'}).isAscii);
	t.false(read({LC_ALL: '', LC_CTYPE: 'C.utf8', LANG: 'C'}).isAscii);
	t.true(read({}, {isAscii: true}).isAscii);
	t.false(read({LANG: ''}, {}, 'darwin').isAscii);
});

test('SSH, tmux and screen are seen, also tmux at the other end of an SSH line', t => {
	t.true(read({SSH_CONNECTION: '192.0.2.1 50000 192.0.2.2 22'}).isRemote);
	t.is(read({TMUX: '/tmp/tmux-0/default,1,0', TERM: 'screen-256color'}).multiplexer, 'tmux');
	t.is(read({TERM: 'tmux-256color'}).multiplexer, 'tmux');
	t.is(read({STY: '1.pts-0'}).multiplexer, 'screen');
	t.false(read({STY: '1.pts-0'}).canRepeat);
	t.false(read({TERM: 'linux'}).canRepeat);
	t.is(read({TERM: 'screen.xterm-256color'}).multiplexer, 'screen');
});
