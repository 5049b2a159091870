// @kth/canvas-api, unchanged, against Campus's Canvas. Ends with 0 only when everything was as with a real one.
import assert from "node:assert/strict";
import { CanvasApi, CanvasApiResponseError } from "@kth/canvas-api";
import { FormData as OwnFormData } from "undici";
import { api, formOf, sandbox, token } from "./support.mjs";

const canvas = new CanvasApi(api, token);
const refused = (status) => (error) => {
  assert.ok(error instanceof CanvasApiResponseError, error);
  assert.equal(error.response.statusCode, status);
  return true;
};

async function lists() {
  for (const bookmarks of [false, true]) {
    await sandbox("POST", "settings", { bookmark_pages: bookmarks });
    const pages = await canvas.listPages("accounts/1/courses", { state: ["all"], per_page: 2 }).toArray();
    assert.deepEqual(pages.map((page) => page.json.length), [2, 2]);
    const courses = await canvas.listItems("accounts/1/courses", { state: ["all"], per_page: 3 }).toArray();
    assert.deepEqual(courses.slice(0, 3).map((course) => course.id), [101, 102, 103]);
  }
  await sandbox("DELETE", "settings");
}

async function courses() {
  const { json: made } = await canvas.request("accounts/1/courses", "POST", { course: { name: "New" }, offer: true });
  assert.equal(made.workflow_state, "available");
  const { json: changed } = await canvas.request(`courses/${made.id}`, "PUT", { course: { name: "Newer" } });
  assert.equal(changed.name, "Newer");
  const { json: read } = await canvas.get(`courses/${made.id}`, { include: ["term", "concluded"] });
  assert.deepEqual([read.name, read.concluded, read.term.id], ["Newer", false, 1]);
  const { json: ended } = await canvas.request(`courses/${made.id}`, "DELETE", { event: "delete" });
  assert.deepEqual(ended, { delete: true });
  await assert.rejects(canvas.get(`courses/${made.id}`), refused(404));
}

async function upload(send) {
  const bytes = Buffer.from("a lecture");
  const { json: ticket } = await canvas.request("courses/101/files", "POST", {
    name: "a.mp4",
    size: bytes.length,
    content_type: "video/mp4",
    parent_folder_path: "Recordings",
    on_duplicate: "rename",
  });
  const { json: file } = await canvas.get(await send(ticket, bytes));
  assert.deepEqual([file["content-type"], file.size], ["video/mp4", bytes.length]);
  await canvas.request(`files/${file.id}`, "PUT", { locked: true });
  assert.equal((await canvas.get(`files/${file.id}`)).json.locked, true);
  await canvas.request(`files/${file.id}`, "DELETE");
  await assert.rejects(canvas.get(`files/${file.id}`), refused(404));
}

async function plainly(ticket, bytes) {
  const answer = await fetch(ticket.upload_url, { method: "POST", body: formOf(ticket, bytes), redirect: "manual" });
  return answer.headers.get("location");
}

// The client's own request adds its token wherever it goes: only a storage that doesn't mind takes that.
async function byItself(ticket, bytes) {
  const form = new OwnFormData();
  for (const [name, value] of formOf(ticket, bytes)) form.append(name, value);
  await assert.rejects(canvas.request(ticket.upload_url, "POST", form), refused(400));
  await sandbox("POST", "settings", { strict_uploads: false });
  const answer = await canvas.request(ticket.upload_url, "POST", form);
  await sandbox("DELETE", "settings");
  return answer.headers.location;
}

async function throttle() {
  await sandbox("POST", "faults", { fault: "throttle-403", times: 2 });
  assert.equal((await canvas.get("users/self")).json.id, 1);
  assert.equal((await sandbox("GET", "faults")).items.length, 0);
  // It knows the older refusal only.
  await sandbox("POST", "faults", { fault: "throttle-429" });
  await assert.rejects(canvas.get("users/self"), refused(429));
}

async function errors() {
  await assert.rejects(new CanvasApi(api, "wrong").get("users/self"), refused(401));
  await assert.rejects(canvas.get("nothing"), refused(404));
  await assert.rejects(canvas.request("conversations", "POST", { body: "to nobody" }), refused(400));
  await sandbox("POST", "faults", { fault: "html-503" });
  await assert.rejects(canvas.get("users/self"), refused(503));
}

await lists();
await courses();
await upload(plainly);
await upload(byItself);
await throttle();
await errors();
