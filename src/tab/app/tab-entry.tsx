import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

/** Longest wait for a first picture; a window that is not shown paints none. */
const PAINT_MS = 150;

/** Once the page's own heading is on the screen, as the rest of the script keeps the window busy for a while. */
function painted(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, PAINT_MS);
    requestAnimationFrame(() => setTimeout(done));
  });
}

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");
const frame = createRoot(root);
void painted()
  .then(() => import(/* webpackMode: "eager" */ "./tab.tsx"))
  .then(({ Tab }) => {
    frame.render(
      <StrictMode>
        <Tab />
      </StrictMode>,
    );
  });
