import type { Hono } from "hono";
import { workbookMediaType } from "#contract/action-plans.ts";
import { letterMediaType } from "#contract/letters.ts";
import { statusReport } from "#use-cases/action-plans/status-report.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";

/** The status report of today's plan, as a Word file or with `?format=xlsx` as a workbook. */
export function statusReportRoute(app: Hono<AppEnv>, deps: Deps, municipality: string): void {
  app.get("/api/action-plan/status-report", async (context) => {
    const report = statusReport(deps, municipality);
    if (!report.ok) return problemResponse(context, report.refusal);
    const isWorkbook = context.req.query("format") === "xlsx";
    // Reports are asked for now and then: nobody else waits for the libraries at start.
    const bytes = isWorkbook
      ? await (await import("#documents/status-report-workbook.ts")).statusReportWorkbook(report.value)
      : await (await import("#documents/status-report-word.ts")).statusReportDocument(report.value);
    const fileName = `${report.value.fileName}.${isWorkbook ? "xlsx" : "docx"}`;
    return context.body(bytes, 200, {
      "Content-Type": isWorkbook ? workbookMediaType : letterMediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
    });
  });
}
