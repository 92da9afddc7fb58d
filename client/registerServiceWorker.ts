/** So that the page opens again without the network. In a development server it would only serve stale files. */
export function registerServiceWorker(): void {
  // Absent on a plain http address that is not this machine: there, only the reload without network is missing.
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register("/sw.js").catch(() => {
      // Forbidden by the browser's settings: as above.
    });
  });
}
