import { Button } from "@fluentui/react-components";
import { DocumentRegular } from "@fluentui/react-icons/svg/document";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { useDownload } from "../../components/use-download.ts";
import { usePlanTexts } from "./plan-texts.ts";

const files = [
  { path: "/action-plan/status-report?format=docx", kind: "word", name: "Statusrapport.docx", Icon: DocumentRegular },
  {
    path: "/action-plan/status-report?format=xlsx",
    kind: "excel",
    name: "Statusrapport.xlsx",
    Icon: DocumentTableRegular,
  },
] as const;

/** The status report of the whole plan as Word for the meeting and as a workbook to sort and count in. */
export function ReportButtons() {
  const { report } = usePlanTexts();
  const { busy, fetch } = useDownload(report.fetched);
  return (
    <>
      {files.map(({ path, kind, name, Icon }) => (
        <Button
          key={kind}
          appearance="secondary"
          icon={<Icon />}
          disabledFocusable={busy !== ""}
          aria-label={`${report.title}: ${report[kind]}`}
          onClick={() => void fetch(path, name)}
        >
          {busy === path ? report.fetching : report[kind]}
        </Button>
      ))}
    </>
  );
}
