/**
In place of undici: Kubernetes' generated client imports it for sending, which is done by a library of our own for each call (`source/kubernetes/clients.ts`).
*/
export const fetch = async (): Promise<never> => {
	throw new Error('Kubernetes\' client was asked to send by itself.');
};
