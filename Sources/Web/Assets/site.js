// Comfort on every page; each page works without it.

const summary = document.querySelector("[data-focus]");
if (summary) summary.focus();

// Who signs out leaves nothing behind on this device, and is asked first when some of it was not sent yet.
const signOut = document.querySelector("form[data-unsent]");
let isAsked = false;
signOut?.addEventListener("submit", (event) => {
  if (isAsked || !globalThis.indexedDB) return;
  event.preventDefault();
  leave().then((mayGo) => {
    if (!mayGo) return;
    isAsked = true;
    signOut.requestSubmit();
  });
});

async function leave() {
  try {
    const { vaultState, wipeVault } = await import("./vault.js");
    const { waiting } = await vaultState();
    if (waiting && !confirm(signOut.dataset.unsent.replace("{count}", waiting))) return false;
    await wipeVault();
  } catch { /* a browser that keeps nothing has nothing to wipe */ }
  return true;
}
