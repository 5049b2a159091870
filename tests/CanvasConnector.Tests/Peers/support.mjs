// What both walks need: the campus's doors, and a plain upload's second step.
export const api = process.env.CANVAS_API_DOMAIN;
export const token = process.env.CANVAS_API_TOKEN;
const home = new URL(api).origin;

export async function sandbox(method, path, body) {
  const answer = await fetch(`${home}/sandbox/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`sandbox ${path}: ${answer.status}`);
  return answer.json();
}

export function formOf(ticket, bytes) {
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.upload_params)) form.append(name, value);
  form.append(ticket.file_param, new Blob([bytes]), "a.mp4");
  return form;
}
