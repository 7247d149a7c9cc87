import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Tab } from "./tab.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");
createRoot(root).render(
  <StrictMode>
    <Tab />
  </StrictMode>,
);
