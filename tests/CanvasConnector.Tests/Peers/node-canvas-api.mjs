// node-canvas-api, unchanged, against Campus's Canvas. Ends with 0 only when everything was as with a real one.
// It has no upload, and its own POST and PUT hand their HTTP client an object where that wants an address: they reach no Canvas at all.
// So this walk reads; what is read is made by plain calls.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as canvas from "node-canvas-api";
import { api, formOf, sandbox, token } from "./support.mjs";

const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };

async function call(method, path, body) {
  const answer = await fetch(`${api}/${path}`, { method, headers, body: body && JSON.stringify(body) });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer.json();
}

async function lists() {
  for (const bookmarks of [false, true]) {
    await sandbox("POST", "settings", { bookmark_pages: bookmarks });
    const courses = await canvas.getAllCoursesInAccount(1, "per_page=2");
    assert.deepEqual(courses.slice(0, 3).map((course) => [course.id, typeof course.term.name]), [101, 102, 103].map((id) => [id, "string"]));
    assert.equal(courses.length, 4);
    const users = await canvas.getUsersInCourse(101, canvas.getOptions.users.enrollmentType.teacher, "per_page=1");
    assert.deepEqual(users.map((user) => user.id), [2, 4]);
  }
  await sandbox("DELETE", "settings");
}

async function course() {
  assert.equal((await canvas.getSelf()).id, 1);
  assert.equal((await canvas.getUser(2)).name, "teacher");
  const shown = await canvas.getCourse(101, canvas.getOptions.courses.include.term, canvas.getOptions.courses.include.total_students);
  assert.deepEqual([shown.id, shown.term.id, shown.total_students], [101, 1, 1]);
  assert.equal((await canvas.getCourseSections(101)).length, 1);
  assert.equal((await canvas.getEnrollmentsInCourse(101)).length, 3);
}

async function content() {
  const bytes = Buffer.from("a lecture");
  const ticket = await call("POST", "courses/101/files", { name: "a.mp4", size: bytes.length, content_type: "video/mp4" });
  const stored = await fetch(ticket.upload_url, { method: "POST", body: formOf(ticket, bytes) });
  const file = await stored.json();
  const module = await call("POST", "courses/101/modules", { module: { name: "Recordings" } });
  await call("POST", `courses/101/modules/${module.id}/items`, { module_item: { type: "File", content_id: file.id } });
  await call("POST", "courses/101/discussion_topics", { title: "Recorded", is_announcement: true });

  assert.deepEqual((await canvas.getModules(101)).map((one) => one.name), ["Recordings"]);
  assert.deepEqual((await canvas.getModuleItems(101, module.id)).map((item) => item.content_id), [file.id]);
  const announcements = await canvas.getDiscussionTopics(101, canvas.getOptions.discussion.only_announcements);
  assert.deepEqual(announcements.map((topic) => topic.title), ["Recorded"]);
  const folder = await mkdtemp(join(tmpdir(), "canvas-peer-"));
  const name = await canvas.downloadFile(file.id, folder);
  assert.deepEqual(await readFile(join(folder, name)), bytes);
  await rm(folder, { recursive: true });
}

// It looks at no status: a refusal comes back as what Canvas said, and one that isn't JSON as a fault.
async function errors() {
  assert.equal((await canvas.getCourse(999)).errors[0].message, "The specified resource does not exist.");
  await sandbox("POST", "faults", { fault: "throttle-403" });
  await assert.rejects(canvas.getSelf(), SyntaxError);
  assert.equal((await canvas.getSelf()).id, 1);
}

await lists();
await course();
await content();
await errors();
