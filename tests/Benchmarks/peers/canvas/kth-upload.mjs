// A peer of ./bench.sh canvas-upload: npm @kth/canvas-api for all three steps, the file as a blob that Node.js reads from the disk.
import { runs } from './say.mjs';
import { openAsBlob } from 'node:fs';
import { CanvasApi } from '@kth/canvas-api';
import { FormData } from 'undici';

const canvas = new CanvasApi(process.argv[2], 'benchmark-token');

await runs(async (line) => {
  const file = await openAsBlob(line.slice('upload '.length), { type: 'video/mp4' });
  const { json: ticket } = await canvas.request('courses/101/files', 'POST', { name: 'benchmark.mp4', size: String(file.size) });
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.upload_params)) form.append(name, value);
  form.append(ticket.file_param, file, 'benchmark.mp4');
  const { headers } = await canvas.request(ticket.upload_url, 'POST', form);
  const { json: shown } = await canvas.get(headers.location);
  return shown.size;
});
