// A run for each line on standard input; what it took, as a line of JSON. Imported first: what a peer prints of itself goes to standard error.
import { createInterface } from 'node:readline';

console.log = console.error;

export async function runs(act) {
  for await (const line of createInterface({ input: process.stdin })) {
    const began = performance.now();
    const items = await act(line);
    const run = { Seconds: (performance.now() - began) / 1000, Items: items, PeakMebibytes: process.resourceUsage().maxRSS / 1024 };
    process.stdout.write(JSON.stringify(run) + '\n');
  }
}
