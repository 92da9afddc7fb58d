// A reload could bring the very page again that is out of date: the service worker keeps it for days without network.
const patienceMs = 4_000;

/** Reloads the page, once the service worker has looked for a newer one. */
export async function reloadNewest(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
  await Promise.race([lookForNewer(), late]);
  location.reload();
}

async function lookForNewer(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.update();
  } catch {
    // No network, or forbidden: the page is asked from the server all the same.
  }
}
