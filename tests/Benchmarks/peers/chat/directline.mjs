// The peer's Direct Line before its bot (the address is the argument), in a process of its own as its command line starts it, on a free port.
import directline from 'offline-directline';
import express from 'express';

const app = express();
const server = app.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  app.use(directline.getRouter(address, process.argv[2]));
  console.log(address);
});
process.stdin.on('end', () => process.exit()).resume();
