import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";

/** Teams shows emphasis, lists and links in cards and bot messages; no headings, code, tables or images. */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable([
  "image",
  "heading",
  "lheading",
  "code",
  "fence",
  "backticks",
  "table",
  "hr",
  "blockquote",
]);

/** Markdown as harmless HTML: whatever a bot writes, no image is fetched and no script or style gets in. */
export function markdownToHtml(text: string): string {
  return DOMPurify.sanitize(markdown.render(text), {
    ALLOWED_TAGS: ["p", "br", "strong", "em", "s", "ul", "ol", "li", "a"],
    ALLOWED_ATTR: ["href", "start"],
    FORBID_TAGS: ["img"],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/iu,
  });
}
