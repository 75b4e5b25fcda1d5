import type {Registry} from '../../../model/registry.js';
import {shellQuote} from '../../shell-quote.js';

/**
Names a registry for the az commands about what lies inside it, which call it `--registry` and find its group themselves.
*/
export const inRegistry = ({subscriptionId, name}: Registry): string => `--subscription ${shellQuote(subscriptionId)} --registry ${shellQuote(name)}`;
