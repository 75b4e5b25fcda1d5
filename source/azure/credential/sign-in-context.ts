import type {TokenCredential} from '@azure/core-auth';
import type {HttpClient} from '@azure/core-rest-pipeline';
import type {SignInAttempt} from '../../model/sign-in.js';
import type {Cloud} from '../cloud.js';

export type DeviceCode = {
	/**
	Https address of the page.
	*/
	readonly url: string;
	readonly code: string;
	/**
	Milliseconds since 1970.
	*/
	readonly expiresAt: number;
};

/**
What a way to sign in may use.
*/
export type SignInContext = {
	readonly cloud: Cloud;
	readonly tenant: string | undefined;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly httpClient: HttpClient;
	/**
	True while `auto` tries one way after the other: what is probably not there must not cost time.
	*/
	readonly isOneOfMany: boolean;
	readonly onDeviceCode: (code: DeviceCode | undefined) => void;
};

/**
One way to sign in. Whatever is heavy is loaded by `open` only.
*/
export type SignInMethod = {
	readonly name: string;
	/**
	Says at once, without a request or a process, why this way is not open; `undefined` where it may be.
	*/
	readonly missing: (context: SignInContext) => Promise<Refusal | undefined> | Refusal | undefined;
	readonly open: (context: SignInContext) => Promise<TokenCredential>;
	/**
	What a failure means; Entra's codes and the network's are explained before.
	*/
	readonly explain: (message: string, context: SignInContext) => Refusal;
	/**
	A person acts in between: an attempt goes on even when nobody waits for it.
	*/
	readonly isInteractive?: boolean;
};

export type Refusal = Omit<SignInAttempt, 'method'>;

