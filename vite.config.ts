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
  server: {
    proxy: {
      "/api": "http://127.0.0.1:3000",
      "/sync": { target: "ws://127.0.0.1:3000", ws: true },
    },
  },
};

export default defineConfig(({ isSsrBuild, mode }) => {
  if (mode === "test") {
    return {
      test: {
        include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
        globalSetup: "tests/support/globalSetup.ts",
        testTimeout: 60_000,
        hookTimeout: 120_000,
      },
    };
  }
  return isSsrBuild ? serverBuild : clientBuild;
});
