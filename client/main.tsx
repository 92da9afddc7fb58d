// The standard file of Bricolage has the weight, width and optical size axes.
import "@fontsource-variable/bricolage-grotesque/standard.css";
import "@fontsource-variable/atkinson-hyperlegible-next/index.css";
import "@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css";
import "#client/ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { applyRememberedTheme } from "#client/features/theme/theme.ts";
import { App } from "./App.tsx";
import { registerServiceWorker } from "./registerServiceWorker.ts";

applyRememberedTheme();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
registerServiceWorker();
