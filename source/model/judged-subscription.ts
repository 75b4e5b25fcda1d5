import type {Resource} from './resource.js';

/**
A subscription as something that is judged itself: its plans, not what lies in it. Its key is `/subscriptions/GUID`; it has
no resource group and no region.
*/
export type JudgedSubscription = Resource & {readonly kind: 'subscription'};
