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
