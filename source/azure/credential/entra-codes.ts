export type EntraAnswer = {
	readonly reason: string;
	readonly remedy: string;
};

type Explain = (tenant: string) => EntraAnswer;

const loginAgain = (tenant: string): string => `az login --tenant ${tenant}`;

/**
What Entra's refusals mean for somebody who reads a fleet.
Source: learn.microsoft.com, "Microsoft Entra authentication and authorization error codes".
*/
const entraCodes: Readonly<Record<string, Explain>> = {
	16_000: tenant => ({reason: 'the account is not known in this tenant, or several accounts are signed in', remedy: loginAgain(tenant)}),
	50_034: tenant => ({reason: 'the account does not exist in this tenant', remedy: loginAgain(tenant)}),
	50_057: () => ({reason: 'the account is disabled', remedy: 'ask an administrator of the tenant to enable the account'}),
	50_058: tenant => ({reason: 'nobody is signed in any more', remedy: loginAgain(tenant)}),
	50_076: tenant => ({reason: 'the tenant asks for multi-factor authentication', remedy: `${loginAgain(tenant)} --scope https://management.core.windows.net//.default`}),
	50_079: tenant => ({reason: 'the tenant asks the account to enrol in multi-factor authentication', remedy: `${loginAgain(tenant)} --scope https://management.core.windows.net//.default`}),
	50_158: tenant => ({reason: 'the tenant asks for one more step of sign-in', remedy: loginAgain(tenant)}),
	50_173: tenant => ({reason: 'the sign-in was revoked, for example because the password was changed', remedy: loginAgain(tenant)}),
	53_000: () => ({reason: 'Conditional Access asks for a device that is compliant', remedy: 'sign in on a managed device, or ask the tenant\'s administrator about its Conditional Access policies'}),
	53_003: () => ({reason: 'Conditional Access does not allow this sign-in', remedy: 'ask the tenant\'s administrator which Conditional Access policy blocks it (Entra admin centre, Sign-in logs)'}),
	65_001: () => ({reason: 'nobody has consented to the application in this tenant', remedy: 'ask the tenant\'s administrator to consent, or use --auth azure-cli'}),
	70_008: tenant => ({reason: 'the sign-in has expired', remedy: loginAgain(tenant)}),
	70_016: () => ({reason: 'nobody has entered the device code yet', remedy: 'open the page that is shown and enter the code'}),
	70_018: () => ({reason: 'the device code was declined', remedy: 'start again and accept the request, or use --auth azure-cli'}),
	70_020: () => ({reason: 'the device code has expired before it was entered', remedy: 'press r for a new code and enter it within 15 minutes'}),
	70_043: tenant => ({reason: 'the sign-in has expired, because the tenant limits how long one lasts', remedy: loginAgain(tenant)}),
	90_002: () => ({reason: 'there is no such tenant in this cloud', remedy: 'check --tenant (az account list --query "[].tenantId") and --cloud'}),
	700_016: () => ({reason: 'the tenant does not know the application', remedy: 'check AZURE_CLIENT_ID and AZURE_TENANT_ID (az ad app list --query "[].appId")'}),
	700_024: () => ({reason: 'the federated token has expired, or the clock of this machine is wrong', remedy: 'check the clock, and that AZURE_FEDERATED_TOKEN_FILE is renewed'}),
	700_027: () => ({reason: 'the certificate is not registered for the application', remedy: 'az ad app credential list --cert --id $AZURE_CLIENT_ID'}),
	700_081: tenant => ({reason: 'the sign-in has reached its greatest age', remedy: loginAgain(tenant)}),
	700_082: tenant => ({reason: 'the sign-in has expired, because it was not used for too long', remedy: loginAgain(tenant)}),
	7_000_112: () => ({reason: 'the application is disabled', remedy: 'ask the tenant\'s administrator to enable it'}),
	7_000_215: () => ({reason: 'the client secret is wrong', remedy: 'set AZURE_CLIENT_SECRET to the secret\'s value (not its id)'}),
	7_000_222: () => ({reason: 'the client secret has expired', remedy: 'az ad app credential reset --id $AZURE_CLIENT_ID --append'}),
	70_021: () => ({reason: 'no federated credential of the application fits this service account', remedy: 'az identity federated-credential list, and compare issuer and subject'}),
	700_211: () => ({reason: 'no federated credential of the application fits this issuer', remedy: 'az identity federated-credential list, and compare the issuer'}),
	700_213: () => ({reason: 'no federated credential of the application fits this subject', remedy: 'az identity federated-credential list, and compare the subject'}),
	90_023: () => ({reason: 'the tenant does not allow this way to sign in', remedy: 'check --tenant and --auth'}),
	900_023: () => ({reason: 'the tenant is neither an id nor a domain', remedy: 'check --tenant (az account list --query "[].tenantId")'}),
};

/**
Explains a refusal by its AADSTS code.

@param text Any text that may hold `AADSTS` and a number.
@param tenant As the person gave it, for the command in the remedy.
@returns `undefined` where there is no code, or none that is known.
*/
export const explainEntraCode = (text: string, tenant: string | undefined): EntraAnswer | undefined => {
	const code = entraCode(text);
	const explain = code !== undefined && Object.hasOwn(entraCodes, code) ? entraCodes[code] : undefined;
	if (explain === undefined || code === undefined) {
		return undefined;
	}

	const answer = explain(tenant ?? 'TENANT');
	return {...answer, reason: `${answer.reason} (AADSTS${code})`, remedy: answer.remedy.replace(' --tenant TENANT', '')};
};

export const entraCode = (text: string): string | undefined => /AADSTS(?<code>\d{4,9})/v.exec(text)?.groups?.code;
