// One file for the three builds: the client (default), the server (`--ssr`) and the tests.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const serverBuild = {
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
    rollupOptions: {
      // The fold worker is an entry of its own: it runs in a worker thread, from a file.
      input: { main: "server/main.ts", foldWorker: "server/sync/foldWorker.ts" },
      output: { entryFileNames: "[name].js" },
    },
  },
};

const clientBuild = {
  root: "client",
  plugins: [react()],
  build: { outDir: "../dist/client", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
};

// Three groups, one after the other: what needs nothing but the code, what starts servers, what opens browsers.
const tests = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  projects: [
    {
      extends: true as const,
      test: {
        name: "code",
        include: ["tests/**/*.test.{ts,tsx}"],
        exclude: ["tests/{integration,e2e}/**"],
        maxWorkers: "100%",
        sequence: { groupOrder: 0 },
      },
    },
    {
      extends: true as const,
      test: {
        name: "server",
        include: ["tests/integration/**/*.test.{ts,tsx}"],
        globalSetup: "tests/support/globalSetup.ts",
        maxWorkers: "100%",
        sequence: { groupOrder: 1 },
      },
    },
    {
      extends: true as const,
      test: {
        name: "browser",
        include: ["tests/e2e/**/*.test.{ts,tsx}"],
        globalSetup: ["tests/support/globalSetup.ts", "tests/support/browserSetup.ts"],
        // One test opens up to four pages: two files at once would starve each other on two cores.
        maxWorkers: 1,
        sequence: { groupOrder: 2 },
      },
    },
  ],
};

export default defineConfig(({ isSsrBuild, mode }) => {
  if (mode === "test") return { test: tests };
  return isSsrBuild ? serverBuild : clientBuild;
});
