import { Button } from "@fluentui/react-components";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { useTexts } from "../texts/texts-context.ts";

/**
 * The page on A4: without the shell, buttons and messages, black on white whatever the theme, with page numbers in the
 * foot. Comes with the page and goes with it, so that no other page is printed so.
 */
const printStyles = `
@page {
  size: A4;
  margin: 14mm 16mm 16mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt "Segoe UI", sans-serif; color: #000; }
}
@media print {
  :has(> #main) > :not(#main), #main a:is([href^="#/rounds"], [href="#/action-plan"]), #main section:has(textarea),
  #main .fui-Button, #main details > summary, #main [aria-live] {
    display: none !important;
  }
  * {
    color: #000 !important;
    background: transparent !important;
    border-color: #767676 !important;
    box-shadow: none !important;
  }
  html, body, #main, :has(> #main) { min-height: 0 !important; padding: 0 !important; }
  #main, #main p, #main td, #main dd, #main li { font-size: 9.5pt !important; line-height: 1.3 !important; }
  #main td, #main th { padding-block: 1px !important; }
  #main section > div { padding: 8px 12px !important; }
  #main div { gap: 10px; }
  #main, #main p, #main dd, #main td { overflow: visible !important; max-height: none !important; }
  h1, h2, h3, h4 { break-after: avoid; }
  tr, dl > div, #main ol > li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  #main ol > li::before { border: 1px solid #000; }
}
`;

/** "Udskriv", and how the page it stands on is printed. */
export function PrintButton() {
  const { application: words } = useTexts();
  return (
    <>
      <style>{printStyles}</style>
      <Button
        appearance="subtle"
        icon={<PrintRegular />}
        onClick={() => {
          window.print();
        }}
      >
        {words.print}
      </Button>
    </>
  );
}
