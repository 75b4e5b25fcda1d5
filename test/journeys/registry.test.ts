import test from 'ava';
import {openDemo} from '../support/dashboard.js';

const sizes = [{columns: 80, rows: 24}, {columns: 120, rows: 40}] as const;

for (const size of sizes) {
	test.serial(`at ${size.columns}×${size.rows}: a registry's usage and price, its ways in with a token about to end, and from a cluster to its registry and back`, async t => {
		const dashboard = await openDemo(t, size);
		const go = async (place: string): Promise<void> => {
			dashboard.press(':');
			await dashboard.waitFor(/^ :\W*$/mv);
			dashboard.press(place);
			await dashboard.waitFor(` :${place}`);
			dashboard.press('enter');
		};

		await go('registries/vlmshop/usage');
		await dashboard.waitFor(/Storage +█+ 123 %/v);
		await dashboard.waitFor(/Altogether +at least 3\.004 EUR a day/v);
		await dashboard.waitFor(/of 2022: study text, not verified since/v);

		await go('registries/vlmshop/ways-in');
		await dashboard.waitFor(/\+ Token +11 +\d d +\d faulty/v);
		dashboard.press('G');
		await dashboard.waitFor(/▌ - Anonymous pull/v);
		dashboard.press('k');
		await dashboard.waitFor('ci-legacy  pull, push in every repository');
		// On a small screen the list of ways alone tells when the next one ends.
		await dashboard.waitFor(size.rows > 24 ? /a password that ends in \d d/v : /▌ \+ Token +11 +\d d/v);

		await go('clusters/aks-shop-prod-weu/registries');
		await dashboard.waitFor(/Pulls as kubelet identity/v);
		dashboard.press('j');
		await dashboard.waitFor(/▌ vlmshop {2}by AcrPush/v);
		dashboard.press('enter');
		await dashboard.waitFor('aks-shop-prod-weu › vlmshop');
		await dashboard.waitFor(/aks-shop-prod-weu {2}by AcrPush/v);
		dashboard.press('esc');
		await t.notThrowsAsync(dashboard.waitFor(/▌ vlmshop {2}by AcrPush/v));
	});
}
