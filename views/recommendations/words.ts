import type {RecommendationId, RecommendationState} from '../../source/posture/groups/recommendations.js';
import type {Tone} from '../theme.js';

/**
What each recommendation is called and asks for, in our words.
Source: Azure Container Instances documentation, 'Security considerations', as read on 2026-08-24.
*/
export const recommendationWords: Readonly<Record<RecommendationId, {readonly title: string; readonly asks: string}>> = {
	'private-registry': {title: 'Use a private registry', asks: 'Images come from a registry that only you write to.'},
	'scan-images': {title: 'Monitor and scan images', asks: 'Each image is looked through for weaknesses when it is pushed, and again and again after that.'},
	credentials: {title: 'Protect credentials', asks: 'Secrets stand in secure variables, secret volumes or a vault, and images are pulled by an identity.'},
	'life-cycle': {title: 'Scan for vulnerabilities throughout the life cycle', asks: 'What runs has no weakness that a fix is known for, and the record of it is fresh.'},
	'least-privilege': {title: 'Least privilege at run time', asks: 'A container may do and be reached for no more than its work needs.'},
	'user-access': {title: 'Monitor activity and user access', asks: 'Logs of the containers, and of who changes them, are kept where somebody looks.'},
	'resource-activity': {title: 'Monitor resource activity', asks: 'What containers take and how they run is watched: one that restarts for ever is seen.'},
	audit: {title: 'Log administrative access for audit', asks: 'Who administers groups and registries is kept for as long as an audit asks.'},
};

export const stateWords: Readonly<Record<RecommendationState, {readonly word: string; readonly mark: string; readonly tone: Tone}>> = {
	met: {word: 'met', mark: '+', tone: 'good'},
	'not-met': {word: 'not met', mark: '!', tone: 'high'},
	unknown: {word: 'unknown', mark: '?', tone: 'unknown'},
};
