// Imported first by every script, and importing nothing itself: an old Node gets one sentence, not a stack trace.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Canevas needs Node 20.19 or newer; this is Node ${process.versions.node} (https://nodejs.org).`,
  );
  process.exit(1);
}
