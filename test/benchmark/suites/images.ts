import process from 'node:process';
import {createImagesOf} from '../../../source/fleet/images/images-of.js';
import type {Image} from '../../../source/model/image.js';
import {isUnknown} from '../../../source/model/known.js';
import {severities} from '../../../source/model/severity.js';
import {atMost, type Figure, type Suite} from '../figure.js';
import {openCollectors, scaleTransport} from './requests.js';

const megabyte = 1_000_000;

const recordsOf = ({open}: Image): number => (open === undefined || isUnknown(open) ? 0 : severities.reduce((sum, severity) => sum + open[severity], 0));

const figure = (name: string, unit: Figure['unit'], value: number, goal?: Figure['goal']): Figure => ({
	name, unit, value, spread: '', ...(goal && {goal}),
});

const finish = <T>(steps: Iterator<void, T, void>): T => {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};

export const imagesSuite: Suite = {
	name: 'images',
	about: 'The images of 1,000 clusters and 200 registries from what Resource Graph sums up over their vulnerability records, the records of one that is opened, and what this process holds then, the cloud that the demo plays included; alone (npm run benchmark -- images) no other suite has filled it.',
	async measure() {
		const collectors = openCollectors(scaleTransport());
		const {signal} = new AbortController();
		const {subscriptions} = await collectors.subscriptions(signal);
		const clusters = await collectors.clusters(signal, subscriptions);
		const registries = await collectors.registries(signal, subscriptions);
		const begun = performance.now();
		const scans = await collectors.imageScans(signal, subscriptions);
		const running = await collectors.runningScans(signal, subscriptions);
		const read = performance.now();
		const images = finish(createImagesOf()({
			clusters: clusters.items, registries, scans, scanGap: () => undefined, running, insides: new Map(), contents: new Map(),
		}));
		const listed = performance.now();
		const worst = images.toSorted((one, other) => recordsOf(other) - recordsOf(one))[0]!;
		const opening = performance.now();
		const opened = await collectors.imageRecords(signal, worst);
		const {vulnerabilities} = opened;
		const done = performance.now();
		return [
			figure('vulnerability records counted', 'findings', images.reduce((sum, image) => sum + recordsOf(image), 0)),
			figure('images', 'rows', images.length),
			figure('reading the sums', 'ms', read - begun),
			figure('listing the images', 'ms', listed - read),
			figure('opening the worst image', 'ms', done - opening),
			figure('weaknesses of it', 'findings', vulnerabilities === undefined || isUnknown(vulnerabilities) ? 0 : vulnerabilities.total),
			figure('resident', 'MB', process.memoryUsage.rss() / megabyte, atMost(400)),
		];
	},
};
