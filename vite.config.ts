// The two builds: the client (default) and the server (`--ssr`).
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

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

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? serverBuild : clientBuild));
