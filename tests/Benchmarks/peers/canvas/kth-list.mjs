// A peer of ./bench.sh canvas-list: npm @kth/canvas-api, items one after the other as its documentation shows.
import { runs } from './say.mjs';
import { CanvasApi } from '@kth/canvas-api';

const canvas = new CanvasApi(process.argv[2], 'benchmark-token');

await runs(async () => {
  let count = 0;
  const query = { state: ['all'], include: ['term', 'concluded'], per_page: 100 };
  for await (const course of canvas.listItems('accounts/1/courses', query)) count += course.term ? 1 : 0;
  return count;
});
