// The peer's bot, as botbuilder's samples write an echo. Says its address when it listens; ends with its standard input.
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(context.activity.text);
      await next();
    });
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new EchoBot();
const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, (context) => bot.run(context)));
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/api/messages`));
process.stdin.on('end', () => process.exit()).resume();
