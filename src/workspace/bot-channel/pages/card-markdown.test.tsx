import { describe, expect, it } from "vitest";
import { markdownToHtml } from "./card-markdown.ts";

describe("markdownToHtml", () => {
  it("shows emphasis, lists and links", () => {
    expect(markdownToHtml("**Frist** i *dag*\n\n- [Åbn](https://example.org/a)")).toBe(
      '<p><strong>Frist</strong> i <em>dag</em></p>\n<ul>\n<li><a href="https://example.org/a">Åbn</a></li>\n</ul>\n',
    );
  });

  it.each([
    "![spor](https://example.org/spor.png)",
    '<img src="https://example.org/spor.png" onerror="alert(1)">',
    "<script>alert(1)</script>",
    "[klik](javascript:alert(1))",
    '<a href="https://example.org" onclick="alert(1)">x</a>',
    "<style>p { display: none }</style>",
  ])("lets no image, script or style through: %s", (text) => {
    const frame = document.createElement("div");
    frame.innerHTML = markdownToHtml(text);
    expect(
      frame.querySelectorAll("img, script, style, [onclick], [onerror], [src], a[href^='javascript']"),
    ).toHaveLength(0);
  });
});
