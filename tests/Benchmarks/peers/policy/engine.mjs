// The peer of ./bench.sh policy: npm json-rules-engine with the catalogue's rules. One engine for each pack, made once; one run for each
// request. Reads one line (packs, messages, requests), answers with one line of answers, and then runs a round for each line that says how long.
import { createInterface } from 'node:readline';
import { engineOf } from './rules.mjs';
import { factsOf } from './facts.mjs';

const gravity = [['refuse', 'refused'], ['ask', 'incomplete'], ['refer', 'referred']];
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const given = JSON.parse((await lines.next()).value);
const engines = Object.fromEntries(Object.entries(given.packs).map(([name, pack]) => [name, engineOf(pack, given.messages)]));
const work = given.requests.map((request) => ({ engine: engines[request.pack], facts: factsOf(request) }));

const answers = [];
for (const { engine, facts } of work) answers.push(answerOf((await engine.run(facts)).events));
console.log(JSON.stringify(answers));

let at = 0;
for await (const milliseconds of lines) console.log(await round(Number(milliseconds)));

async function round(milliseconds) {
  const began = performance.now();
  let decided = 0;
  let said = 0;
  let took = 0;
  while (took < milliseconds) {
    const { engine, facts } = work[at++ % work.length];
    const { events } = await engine.run(facts);
    outcomeOf(events);
    for (const { params } of events) said += params.message.sv.length + params.message.en.length;
    decided++;
    took = performance.now() - began;
  }
  if (said === 0) throw new Error('No finding said anything.');
  return (decided * 1000) / took;
}

function outcomeOf(events) {
  for (const [effect, outcome] of gravity) {
    if (events.some((event) => event.params.effect === effect)) return outcome;
  }
  return 'approved';
}

function answerOf(events) {
  return [outcomeOf(events), ...events.map((event) => event.type).sort()].join(' ');
}
