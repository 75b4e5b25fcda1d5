/**
The name service of the demo: what a made-up company calls its old names is gone, everything else is there.
*/
export const resolveDemoName = async (_signal: AbortSignal, name: string): Promise<'found' | 'gone'> => (name.includes('-old.') ? 'gone' : 'found');
