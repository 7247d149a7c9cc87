import { answered, type Check, is, isLike, NotTried, refused } from "./check.ts";
import type { Notify, World } from "./world.ts";

const sliceUnit = 320 * 1_024;
const eventual = { headers: { ConsistencyLevel: "eventual" } };

/** Opens an upload session for a new name in a fresh library. */
async function openUpload(world: World) {
  const library = await world.newList([], "documentLibrary");
  const drive = `/drives/${answered(await world.call("GET", `${library}/drive`), 200).text("id")}`;
  const item = { "@microsoft.graph.conflictBehavior": "fail", name: "stor.bin" };
  const session = answered(await world.call("POST", `${drive}/root:/stor.bin:/createUploadSession`, { item }), 200);
  const url = session.text("uploadUrl");
  const put = (bytes: Uint8Array, start: number, total: number) =>
    world.call("PUT", url, bytes, {
      as: "nobody",
      headers: {
        "content-type": "application/octet-stream",
        "Content-Range": `bytes ${start}-${start + bytes.byteLength - 1}/${total}`,
      },
    });
  return { drive, session, url, put };
}

/** Large files. */
export const fileChecks: readonly Check[] = [
  {
    title: "G-101 takes a large file in ordered slices of 320 KiB, at an address that needs no token",
    run: async (world) => {
      const { drive, session, url, put } = await openUpload(world);
      is("nextExpectedRanges", session.at("nextExpectedRanges", 0), "0-");
      isLike("expirationDateTime", session.at("expirationDateTime"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u);
      const total = 2 * sliceUnit + 5;
      const content = Uint8Array.from({ length: total }, (_, index) => index % 251);
      refused(await put(content.slice(0, 1_000), 0, total), 400);
      const first = answered(await put(content.slice(0, sliceUnit), 0, total), 202);
      isLike("nextExpectedRanges", first.at("nextExpectedRanges", 0), new RegExp(`^${sliceUnit}-`, "u"));
      const state = answered(await world.call("GET", url, undefined, { as: "nobody" }), 200);
      isLike("nextExpectedRanges", state.at("nextExpectedRanges", 0), new RegExp(`^${sliceUnit}-`, "u"));
      answered(await put(content.slice(sliceUnit, 2 * sliceUnit), sliceUnit, total), 202);
      const file = answered(await put(content.slice(2 * sliceUnit), 2 * sliceUnit, total), 200, 201);
      is("name and size", [file.at("name"), file.at("size")], ["stor.bin", total]);
      const redirect = answered(await world.call("GET", `${drive}/items/${file.text("id")}/content`), 302);
      const kept = await world.options.fetch(new Request(redirect.headers.get("location") ?? ""));
      is("content", Buffer.compare(Buffer.from(await kept.arrayBuffer()), content), 0);
    },
  },
  {
    title: "G-102 refuses a slice it has, and gives an upload up when told to",
    run: async (world) => {
      const { drive, url, put } = await openUpload(world);
      const slice = new Uint8Array(sliceUnit);
      answered(await put(slice, 0, 2 * sliceUnit), 202);
      refused(await put(slice, 0, 2 * sliceUnit), 416, ["invalidRange", "invalidRequest"]);
      answered(await world.call("DELETE", url, undefined, { as: "nobody" }), 204);
      refused(await put(slice, sliceUnit, 2 * sliceUnit), [404, 410]);
      refused(await world.call("GET", `${drive}/root:/stor.bin`), 404, "itemNotFound");
    },
  },
  {
    title: "G-102 ends an upload nobody goes on with",
    run: async (world) => {
      const { passUploadExpiry } = world.hands();
      const { put } = await openUpload(world);
      passUploadExpiry();
      refused(await put(new Uint8Array(5), 0, 5), 404, "itemNotFound");
    },
  },
  {
    title: "G-104 has no attachments on items",
    run: async (world) => {
      const list = await world.newList();
      const id = answered(await world.call("POST", `${list}/items`, { fields: { Title: "A" } }), 201).text("id");
      is("id", answered(await world.call("GET", `${list}/items/${id}`), 200).at("id"), id);
      refused(await world.call("GET", `${list}/items/${id}/attachments`), [400, 404]);
    },
  },
];

/** People and their pictures. */
export const peopleChecks: readonly Check[] = [
  {
    title: "G-99 searches people with the directory's header only",
    run: async (world) => {
      const search = '/users?$search="displayName:a"&$select=id,displayName&$top=5';
      const plain = await world.call("GET", search);
      if (plain.status === 403) throw new NotTried("the token has no permission on people");
      refused(plain, 400, "Request_UnsupportedQuery");
      const found = answered(await world.call("GET", search, undefined, eventual), 200);
      is("value is a list", Array.isArray(found.at("value")), true);
    },
  },
  {
    title: "G-100 answers a picture, or that there is none",
    run: async (world) => {
      const people = await world.call("GET", "/users?$select=id&$top=5");
      if (people.status === 403) throw new NotTried("the token has no permission on people");
      answered(people, 200);
      const seen = new Set<number>();
      for (let index = 0; typeof people.at("value", index, "id") === "string"; index++) {
        const photo = await world.call("GET", `/users/${people.text("value", index, "id")}/photo/$value`);
        seen.add(photo.status);
        if (photo.status === 404) refused(photo, 404, "ImageNotFound");
        else isLike("Content-Type", answered(photo, 200).headers.get("content-type"), /^image\//u);
      }
      is("somebody was asked for", seen.size > 0, true);
      // Which of the two a tenant has is its own affair; our own has both.
      if (world.options.hands) is("answers", [seen.has(200), seen.has(404)], [true, true]);
    },
  },
];

const notification = (notify: Notify) => ({
  topic: { source: "text", value: "Prøve", webUrl: notify.webUrl },
  activityType: notify.activityType,
  previewText: { content: "En prøve" },
  templateParameters: notify.templateParameters,
});

/** The activity feed of Teams. */
export const activityChecks: readonly Check[] = [
  {
    title: "G-103 sends a notification the app's manifest declares, and no other",
    run: async (world) => {
      const { notify } = world.options;
      if (!notify) throw new NotTried("would ring in somebody's Teams: name the person with --notify");
      const path = (person: string) => `/users/${encodeURIComponent(person)}/teamwork/sendActivityNotification`;
      const send = (more: object, person = notify.recipient) =>
        world.call("POST", path(person), { ...notification(notify), ...more });
      answered(await send({}), 204);
      refused(await send({ activityType: "neverDeclared" }), [400, 403, 409]);
      const topic = { source: "text", value: "Prøve" };
      refused(await send({ topic }), 400);
      if (notify.without === undefined) return;
      refused(await send({}, notify.without), 403);
    },
  },
];
