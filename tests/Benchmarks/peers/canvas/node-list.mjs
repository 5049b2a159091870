// A peer of ./bench.sh canvas-list: npm node-canvas-api, which gives a whole list at once.
import { runs } from './say.mjs';

process.env.CANVAS_API_DOMAIN = process.argv[2];
process.env.CANVAS_API_TOKEN = 'benchmark-token';
const { getCourses } = await import('node-canvas-api');

await runs(async () => {
  const courses = await getCourses(1, 'state[]=all', 'include[]=term', 'include[]=concluded', 'per_page=100');
  return courses.filter((course) => course.term).length;
});
