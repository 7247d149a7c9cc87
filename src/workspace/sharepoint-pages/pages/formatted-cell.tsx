import { Link } from "@fluentui/react-components";
import type { CSSProperties } from "react";
import type { FormattedNode } from "./column-format.ts";
import { hostLink } from "./field-text.ts";
import { styleOfClasses } from "./format-classes.ts";
import { FormatIcon } from "./format-icon.tsx";
import { useLinkTabIndex } from "./in-grid.ts";
import { usePage } from "./page-context.ts";

/** Draws what column formatting asks for in one cell. */
export function FormattedCell({ node }: { node: FormattedNode }): React.JSX.Element {
  const { config } = usePage();
  const tab = useLinkTabIndex();
  const style: CSSProperties = { ...styleOfClasses(node.classes), ...node.style };
  const inside = (
    <>
      {node.icon !== undefined && <FormatIcon name={node.icon} />}
      {node.text}
      {node.children.map((child, index) => (
        // The parts of a format have no other name than their place.
        <FormattedCell key={index} node={child} />
      ))}
    </>
  );
  if (node.tag === "a" && node.href !== undefined) {
    return (
      <Link
        href={hostLink(node.href, config.hostOrigin, config.persona.userPrincipalName)}
        target="_blank"
        rel="noopener"
        style={style}
        title={node.title}
        {...tab}
      >
        {inside}
      </Link>
    );
  }
  const Tag = node.tag === "div" ? "div" : "span";
  return (
    <Tag style={style} title={node.title} aria-hidden={node.hidden || undefined}>
      {inside}
    </Tag>
  );
}
