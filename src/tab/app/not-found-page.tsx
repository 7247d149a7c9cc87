import { Button } from "@fluentui/react-components";
import { Page } from "../components/page.tsx";
import { hrefOf, routes } from "../components/routes.ts";
import { useTexts } from "../texts/texts-context.ts";

/** A route that leads nowhere. */
export function NotFoundPage() {
  const { shell } = useTexts();
  return (
    <Page title={shell.notFoundTitle} lead={shell.notFound}>
      <div>
        <Button as="a" href={hrefOf(routes.overview)} appearance="primary">
          {shell.toOverview}
        </Button>
      </div>
    </Page>
  );
}
