// npm run build: dist/client and dist/server, each only when something it is made of has changed.
import "./lib/requireNode.mjs";
import { buildWhatChanged } from "./lib/build.mjs";

process.exitCode = (await buildWhatChanged()) ? 0 : 1;
