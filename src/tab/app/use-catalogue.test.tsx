import { renderHook, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { da } from "../texts/da.ts";
import { useCatalogue } from "./use-catalogue.ts";

afterEach(() => localStorage.clear());

describe("useCatalogue", () => {
  test("follows the host's language while the tab stands, until the person has chosen her own", async () => {
    const { result, rerender } = renderHook(({ locale }) => useCatalogue(locale, da), {
      initialProps: { locale: "da-DK" },
    });
    expect(result.current.language).toBe("da");
    rerender({ locale: "en-GB" });
    await waitFor(() => expect(result.current.language).toBe("en"));
    result.current.setLanguage("da");
    await waitFor(() => expect(result.current.language).toBe("da"));
    rerender({ locale: "en-US" });
    expect(result.current.language).toBe("da");
  });
});
