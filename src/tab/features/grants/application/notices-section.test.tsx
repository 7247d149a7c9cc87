import { render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { da } from "../../../texts/da.ts";
import { TextsContext } from "../../../texts/texts-context.ts";
import { NoticesSection } from "./notices-section.tsx";

const InDanish = ({ children }: { readonly children: ReactNode }) => (
  <TextsContext value={{ language: "da", texts: da }}>{children}</TextsContext>
);

describe("NoticesSection", () => {
  it("says when the head is asked, by weekday and Danish clock", () => {
    render(
      <NoticesSection
        notices={[{ kind: "approval-request", to: "Karin Thorup", state: "planned", at: "2022-03-21T06:00:00.000Z" }]}
      />,
      { wrapper: InDanish },
    );
    expect(screen.getByText("Godkendelse: Karin Thorup")).toBeDefined();
    expect(screen.getByText("Sendes mandag den 21. marts 2022 kl. 07.00")).toBeDefined();
  });

  it("says of a request that was answered first that it was not needed, and only of a late one that it was too late", () => {
    const at = "2022-05-02T05:00:00.000Z";
    const settled = { how: "approved", at: "2022-03-21T07:00:00.000Z" } as const;
    render(
      <NoticesSection
        notices={[
          { kind: "approval-request", to: "Karin Thorup", state: "expired", at, settled },
          { kind: "application-approved", to: "Mette Holm", state: "expired", at },
          { kind: "outcome", to: "Mette Holm", state: "expired", at, settled: { how: "readable", at } },
        ]}
      />,
      { wrapper: InDanish },
    );
    expect(screen.getByText("Ikke nødvendig: allerede godkendt 21. marts 2022 kl. 08.00")).toBeDefined();
    expect(screen.getByText("Ikke sendt: det var for sent 2. maj 2022 kl. 07.00")).toBeDefined();
    expect(
      screen.getByText("Ikke sendt i Teams. Afgørelsen har kunnet læses her siden 2. maj 2022 kl. 07.00"),
    ).toBeDefined();
  });

  it("T46 says that a message did not arrive, and what to do", () => {
    render(
      <NoticesSection
        notices={[{ kind: "outcome", to: "Mette Holm", state: "undeliverable", at: "2022-05-02T05:00:00.000Z" }]}
      />,
      { wrapper: InDanish },
    );
    expect(screen.getByText("Kom ikke frem 2. maj 2022 kl. 07.00. Giv besked på anden måde.")).toBeDefined();
  });
});
