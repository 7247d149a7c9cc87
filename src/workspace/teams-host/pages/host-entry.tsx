import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { Host } from "./host.tsx";

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
// The content security policy lets only styles with this nonce in.
const renderer = createDOMRenderer(document, nonce === undefined ? {} : { styleElementAttributes: { nonce } });
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element");

createRoot(root).render(
  <RendererProvider renderer={renderer}>
    <Host />
  </RendererProvider>,
);
