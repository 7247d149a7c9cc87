import { Hono } from "hono";
import type { RequestReport } from "../graph-server/http/front-desk.ts";
import type { Guide, GuideReading, RowQuestion } from "../guide.ts";

/** What the guide must know of what happens in Graph. */
export interface GuideWatch {
  /** The values of a column in all rows that pass the tests. */
  readonly valuesOf: (rows: RowQuestion, column: string) => readonly string[];
  readonly listIdOf: (site: string, list: string) => string | undefined;
  readonly onRequest: (listener: (report: RequestReport) => void) => () => void;
}

/**
 * `GET /workspace/guide`: the guide that was handed in, with what of it is done. Nothing is remembered but which lists
 * people have read since the start: all else is read from the rows, so that it is true after a restart and a reset too.
 *
 * @param people user principal names of those who use the guide; what an account of the operation reads does not count
 */
export function guideRoutes(guide: Guide | undefined, watch: GuideWatch, people: ReadonlySet<string>): Hono {
  const app = new Hono();
  const parts = guide?.steps.flatMap((step) => step.parts) ?? [];
  const read = new Set<string>();
  watch.onRequest(({ method, path, person, status }) => {
    if (method !== "GET" || status >= 300 || person === undefined || !people.has(person)) return;
    for (const { id, done } of parts) {
      if (!("read" in done)) continue;
      const listId = watch.listIdOf(done.read.site, done.read.list);
      if (listId !== undefined && path.includes(`/lists/${listId}/items`)) read.add(id);
    }
  });
  const isDone = ({ id, done }: (typeof parts)[number]): boolean =>
    "read" in done ? read.has(id) : watch.valuesOf(done.rows, "Title").length > 0;
  app.get("/", (context) => {
    const reading: GuideReading =
      guide === undefined
        ? { guide: null, done: [], deadline: null }
        : {
            guide,
            done: parts.filter(isDone).map(({ id }) => id),
            deadline: watch.valuesOf(guide.deadline.rows, guide.deadline.column).toSorted()[0] ?? null,
          };
    return context.json(reading);
  });
  return app;
}
