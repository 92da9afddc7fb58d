// npm run build: what npm start does before it serves, for machines that serve with `npm run serve`.
import "./lib/requireNode.mjs";
import { prepare } from "./lib/prepare.mjs";

await prepare();
