import type {Host} from '../../../model/host.js';
import {shellQuote} from '../../shell-quote.js';

/**
Where `az connectedmachine` finds a machine.
*/
export const machinePlace = ({subscriptionId, resourceGroup, name}: Host): string =>
	`--subscription ${shellQuote(subscriptionId)} --resource-group ${shellQuote(resourceGroup)} --name ${shellQuote(name)}`;

/**
Runs PowerShell on a machine through its agent. `script` is shell text: quote what comes from a document.
*/
export const onHostCommand = ({subscriptionId, resourceGroup, name}: Host, id: string, script: string): string =>
	`az connectedmachine run-command create --subscription ${shellQuote(subscriptionId)} --resource-group ${shellQuote(resourceGroup)} --machine-name ${shellQuote(name)} --run-command-name ${id} --script ${script}`;
