// Zoom's own library receives webhooks, as its README shows. The secret is the first argument; with a file as the second, each event is on disk in a
// SQLite database there before it is answered. Says its address when it listens; ends with its standard input.
import { createHash } from 'node:crypto';
import { Server } from 'node:net';
import { MeetingsS2SAuthClient } from '@zoom/rivet/meetings';

// It would listen everywhere: here it is for this machine alone.
const { listen } = Server.prototype;
Server.prototype.listen = function (port, ready) {
  return listen.call(this, port, '127.0.0.1', ready);
};

const [secret, file] = process.argv.slice(2);
let store = () => {};
if (file) {
  const { default: Database } = await import('libsql');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE IF NOT EXISTS "Inbox" ("Id" INTEGER PRIMARY KEY, "Digest" TEXT NOT NULL UNIQUE, "Body" BLOB NOT NULL)');
  const insert = database.prepare('INSERT INTO "Inbox" ("Digest", "Body") VALUES (?, ?) ON CONFLICT ("Digest") DO NOTHING');
  store = (event) => {
    const body = JSON.stringify(event);
    insert.run(createHash('sha256').update(body).digest('hex'), Buffer.from(body));
  };
}

const client = new MeetingsS2SAuthClient({
  clientId: 'campus-client',
  clientSecret: 'campus-client-secret',
  accountId: 'campus-account',
  webhooksSecretToken: secret,
  port: 0,
});
client.webEventConsumer.event('meeting.participant_joined', store);
const server = await client.start();
console.log(`http://127.0.0.1:${server.address().port}/zoom/events`);
process.stdin.on('end', () => process.exit()).resume();
