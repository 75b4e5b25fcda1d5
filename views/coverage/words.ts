import type {Benefit, Covered} from '../../source/posture/coverage/coverage.js';
import type {Tone} from '../theme.js';

export const benefitWords: Readonly<Record<Benefit, {readonly title: string; readonly column: string; readonly about: string}>> = {
	hardening: {title: 'Environment hardening', column: 'HARDENING', about: 'weak settings are looked for again and again'},
	vulnerabilities: {title: 'Vulnerability assessment', column: 'IMAGES', about: 'images are scanned, in registries and where they run'},
	runTime: {title: 'Run-time threat protection', column: 'RUN TIME', about: 'attacks on nodes and the API server raise alerts'},
};

export const coveredWords: Readonly<Record<Covered['state'], {readonly word: string; readonly tone: Tone}>> = {
	covered: {word: 'covered', tone: 'good'},
	partly: {word: 'partly', tone: 'medium'},
	'not-covered': {word: 'not', tone: 'high'},
	unknown: {word: '?', tone: 'unknown'},
	'not-meant': {word: '-', tone: 'dim'},
};
