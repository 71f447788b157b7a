// Keeps the pages of /onderweg and what they need, so that they open without a network. The server puts the list of
// files and its digest above this: a new version of the program is a new list, and so a new store.

const shells = ["/onderweg/nl", "/onderweg/en"];

addEventListener("install", (event) => {
  event.waitUntil(caches.open(STORE).then((store) => store.addAll([...shells, ...FILES])).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const forget = async () => {
    for (const name of await caches.keys()) if (name.startsWith("onderweg-") && name !== STORE) await caches.delete(name);
    await clients.claim();
  };
  event.waitUntil(forget());
});

addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (!shells.includes(pathname) && !pathname.startsWith("/assets/")) return;
  event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(event.request)));
});
