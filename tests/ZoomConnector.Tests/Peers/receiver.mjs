// Zoom's library receives webhooks as its README shows, with the secret that is the first argument. Says its address when it listens, then the name of
// each event that it takes. It ends with its standard input.
import { Server } from 'node:net';
import { MeetingsS2SAuthClient } from '@zoom/rivet/meetings';

// It would listen everywhere: here it is for this machine alone.
const { listen } = Server.prototype;
Server.prototype.listen = function (port, ready) {
  return listen.call(this, port, '127.0.0.1', ready);
};

const [secret, ...names] = process.argv.slice(2);
const client = new MeetingsS2SAuthClient({
  clientId: 'campus-client',
  clientSecret: 'campus-client-secret',
  accountId: 'campus-account',
  webhooksSecretToken: secret,
  port: 0,
});
for (const name of names) client.webEventConsumer.event(name, ({ event }) => console.log(event));
const server = await client.start();
console.log(`http://127.0.0.1:${server.address().port}/zoom/events`);
process.stdin.on('end', () => process.exit()).resume();
