import { useSyncExternalStore } from "react";

// wouter announces its own changes of address under these names.
const changes = ["hashchange", "popstate", "pushState", "replaceState"];

/** The secret of the link in the address bar: after the #, so that it reaches no server and no log. */
export function useLinkToken(): string {
  return useSyncExternalStore(subscribe, () => location.hash.slice(1));
}

/** Once used, the link goes out of the address bar: what people copy from there must not be somebody's role. */
export function stripLinkToken(): void {
  history.replaceState(history.state, "", location.pathname + location.search);
}

function subscribe(listener: () => void): () => void {
  for (const change of changes) addEventListener(change, listener);
  return () => {
    for (const change of changes) removeEventListener(change, listener);
  };
}
