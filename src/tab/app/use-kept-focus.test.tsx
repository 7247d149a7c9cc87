import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { useKeptFocus } from "./use-kept-focus.ts";

afterEach(cleanup);

function Screen({ parts }: { readonly parts: readonly ("act" | "panel" | "other")[] }): React.JSX.Element {
  useKeptFocus();
  return (
    <main>
      <h1>Prioritering</h1>
      {parts.includes("panel") ? (
        <section>
          <h2>Indstilling</h2>
          {parts.includes("act") ? <button type="button">Indstil</button> : null}
        </section>
      ) : null}
      {parts.includes("other") ? <button type="button">Andet</button> : null}
    </main>
  );
}

/** Changes the page; ends when the hook has heard of it, for observers are told in the order they were made. */
async function changed(change: () => void): Promise<void> {
  const heard = Promise.withResolvers<void>();
  const observer = new MutationObserver(() => {
    heard.resolve();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  change();
  await heard.promise;
  observer.disconnect();
}

describe("the focus of what goes away", () => {
  it("goes to the heading of the part it stood in", async () => {
    const { rerender } = render(<Screen parts={["panel", "act", "other"]} />);
    screen.getByRole("button", { name: "Indstil" }).focus();
    rerender(<Screen parts={["panel", "other"]} />);
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Indstilling"));
  });

  it("goes to the page's heading when the whole part goes", async () => {
    const { rerender } = render(<Screen parts={["panel", "act"]} />);
    screen.getByRole("button", { name: "Indstil" }).focus();
    rerender(<Screen parts={[]} />);
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Prioritering"));
  });

  it("stays where it is when something else goes, and where nobody had put it", async () => {
    const { rerender } = render(<Screen parts={["panel", "act", "other"]} />);
    await changed(() => {
      rerender(<Screen parts={["panel", "act"]} />);
    });
    expect(document.activeElement).toBe(document.body);
    const button = screen.getByRole("button", { name: "Indstil" });
    button.focus();
    await changed(() => {
      rerender(<Screen parts={["panel", "act", "other"]} />);
    });
    expect(document.activeElement).toBe(button);
  });
});
