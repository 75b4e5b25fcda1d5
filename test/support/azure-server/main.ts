import {writeFileSync} from 'node:fs';
import process from 'node:process';
import {startAzureServer} from './server.js';

/*
The server as a process of its own, for journeys of the built program:
`node --import=tsx test/support/azure-server/main.ts PROFILE`, which writes the cloud profile there and prints its address.
*/
const [path = ''] = process.argv.slice(2);
const server = await startAzureServer();
writeFileSync(path, JSON.stringify(server.profile));
console.log(server.url);
