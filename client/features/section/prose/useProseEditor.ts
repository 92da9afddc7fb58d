import { useState } from "react";
import type { ProseEditor } from "./ProseEditor.tsx";

/**
 * The editor, once somebody comes near: it is the heaviest part of the page. Until it is here the reader stays, and
 * with it the focus; if it cannot come (no network, another version of the program), the words can still be read.
 */
export function useProseEditor() {
  const [Component, setComponent] = useState<typeof ProseEditor | null>(null);
  const [isMissing, setMissing] = useState(false);
  const load = () => {
    import("./ProseEditor.tsx").then(
      (module) => {
        setComponent(() => module.ProseEditor);
        setMissing(false);
      },
      () => setMissing(true),
    );
  };
  return { Component, isMissing, load };
}
