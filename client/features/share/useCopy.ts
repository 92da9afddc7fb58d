import { useEffect, useState } from "react";

const shownMs = 2500;

/** Puts a text on the clipboard, and says for a moment that it is there. */
export function useCopy(): { copied: boolean; copy: (text: string) => void } {
  const [copiedAt, setCopiedAt] = useState<number | null>(null);
  useEffect(() => {
    if (copiedAt === null) return;
    const timer = setTimeout(() => setCopiedAt(null), shownMs);
    return () => clearTimeout(timer);
  }, [copiedAt]);
  return {
    copied: copiedAt !== null,
    copy(text) {
      write(text).then((done) => setCopiedAt(done ? Date.now() : null));
    },
  };
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard on a plain http address of the local network: the old way, through a selection.
    return writeBySelection(text);
  }
}

function writeBySelection(text: string): boolean {
  const holder = document.createElement("textarea");
  holder.value = text;
  // Inside the open dialog, which keeps the focus for itself.
  (document.querySelector("[role=dialog]") ?? document.body).append(holder);
  holder.select();
  const done = document.execCommand("copy");
  holder.remove();
  return done;
}
