import {useContext, useSyncExternalStore} from 'react';
import {createDerivation, type Derivation} from '../source/fleet/derivation.js';
import {KeptContext} from './kept.js';

/**
Something that is derived from the whole fleet in slices, and remembered from one visit of a view to the next.

@param id a name under which it is remembered
@param derive makes the function that derives; called once
@param input the same object for as long as nothing in it has changed
@returns absent while it is derived for the first time
*/
export const useDerivation = <Input, Output>(id: string, derive: () => (input: Input) => Iterator<void, Output, void>, input: Input): Output | undefined => {
	const kept = useContext(KeptContext);
	const name = `derivation:${id}`;
	let derivation = kept.get(name) as Derivation<Input, Output> | undefined;
	if (!derivation) {
		derivation = createDerivation(derive());
		kept.set(name, derivation);
	}

	derivation.ask(input);
	return useSyncExternalStore(derivation.subscribe, derivation.current);
};
