// The two builds: the client (default) and the server (`--ssr`).
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const serverBuild = {
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
    rollupOptions: {
      // The board worker is an entry of its own: it runs in a worker thread, from a file. So are the operator's commands.
      input: {
        main: "server/main.ts",
        boardWorker: "server/sync/boardWorker.ts",
        doctor: "server/operations/doctor.ts",
        backup: "server/operations/backup.ts",
        restore: "server/operations/restore.ts",
      },
      output: { entryFileNames: "[name].js" },
    },
  },
};

// Tells the service worker which files the page is made of. Of the fonts, the alphabet of the three languages.
function shellOfServiceWorker(): Plugin {
  return {
    name: "shell-of-service-worker",
    enforce: "post",
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => /\.(?:js|css)$/.test(name) || /-latin-(?!ext)[^/]*\.woff2$/.test(name))
        .filter((name) => name.startsWith("assets/"))
        .map((name) => `/${name}`)
        .sort();
      const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") throw new Error("the service worker is not in the build");
      worker.code = worker.code.replaceAll("__SHELL__", JSON.stringify({ version, files }));
    },
  };
}

// Compressed once, here, instead of at every request; the server picks what the browser takes.
// Below this size a packet carries the file anyway. Fonts and pictures are compressed already.
const compressFromBytes = 1_400;
const compressible = /\.(?:js|css|html|svg)$/;
// 11, the most, takes eight times as long for 3 % less.
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

function compressed(): Plugin {
  return {
    name: "compressed",
    async writeBundle({ dir }, bundle) {
      const files = Object.keys(bundle).filter((name) => compressible.test(name));
      await Promise.all(
        files.map(async (name) => {
          const path = join(dir ?? "", name);
          const bytes = await readFile(path);
          if (bytes.length < compressFromBytes) return;
          await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, brotliOptions));
          await writeFile(`${path}.gz`, await promisify(gzip)(bytes));
        }),
      );
    },
  };
}

const clientBuild = {
  root: "client",
  plugins: [react(), shellOfServiceWorker(), compressed()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { main: "client/index.html", sw: "client/serviceWorker/worker.ts" },
      output: {
        // At the root and without a hash: a service worker answers for the folder it comes from.
        entryFileNames: (chunk: { name: string }) =>
          chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js",
      },
    },
  },
};

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? serverBuild : clientBuild));
