// What is kept on the device, encrypted. The key is made from a code that only the person knows, and never leaves the
// browser's own keeping; docs/adr/0012 says why, and what this does not protect against.
//
// Three stores: `lock` has what is needed to open, in the clear; `sealed` has values by name; `outbox` has what is not
// sent yet, in the order in which it was done. How much waits can be counted without the code.

const iterations = 600_000;
const day = 86_400_000;
const marker = "onderweg-wacht";

const text = new TextEncoder();

function request(of) {
  return new Promise((resolve, reject) => {
    of.onsuccess = () => resolve(of.result);
    of.onerror = () => reject(of.error);
  });
}

// Resolves when it is on the disk, and not before.
function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
  });
}

function openDatabase() {
  const opening = indexedDB.open("karavaan", 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("lock");
    opening.result.createObjectStore("sealed");
    opening.result.createObjectStore("outbox", { autoIncrement: true });
  };
  return request(opening);
}

async function keyFromCode(code, salt) {
  const bytes = await crypto.subtle.importKey("raw", text.encode(code.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(how, bytes, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

// How things stand, for who has no code: whether there is anything, how much waits, and what the browser threw away.
export async function vaultState() {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(["lock", "outbox"]);
    const [lock, waiting] = await Promise.all([
      request(transaction.objectStore("lock").get("lock")),
      request(transaction.objectStore("outbox").count()),
    ]);
    const lost = lock ? 0 : Number(localStorage.getItem(marker) ?? 0);
    return { isMade: Boolean(lock), waiting, lost, isOver: Boolean(lock) && lock.until < Date.now(), until: lock?.until };
  } finally {
    database.close();
  }
}

// Everything of this device is gone after this.
export async function wipeVault() {
  localStorage.removeItem(marker);
  await request(indexedDB.deleteDatabase("karavaan"));
}

// A new vault, for so many days.
export async function makeVault(code, days) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapping = await keyFromCode(code, salt);
  // It can be taken out of the browser for as long as it takes to wrap it.
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  const wrapped = await crypto.subtle.wrapKey("raw", key, wrapping, { name: "AES-GCM", iv });
  const database = await openDatabase();
  const transaction = database.transaction("lock", "readwrite", { durability: "strict" });
  transaction.objectStore("lock").put({ salt, iv, wrapped, until: Date.now() + days * day }, "lock");
  await finished(transaction);
  database.close();
  return openVault(code);
}

// null when the code is not right.
export async function openVault(code) {
  const database = await openDatabase();
  const lock = await request(database.transaction("lock").objectStore("lock").get("lock"));
  try {
    const wrapping = await keyFromCode(code, lock.salt);
    const how = { name: "AES-GCM", iv: lock.iv };
    const key = await crypto.subtle.unwrapKey("raw", lock.wrapped, wrapping, how, "AES-GCM", false, ["encrypt", "decrypt"]);
    return new Vault(database, key);
  } catch {
    database.close();
    return null;
  }
}

class Vault {
  #database;
  #key;

  constructor(database, key) {
    this.#database = database;
    this.#key = key;
    // Another tab wipes everything: do not stand in its way.
    database.onversionchange = () => { database.close(); location.reload(); };
  }

  async #seal(value, name) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const how = { name: "AES-GCM", iv, additionalData: text.encode(name) };
    return { iv, data: await crypto.subtle.encrypt(how, this.#key, text.encode(JSON.stringify(value))) };
  }

  async #unseal(sealed, name) {
    const how = { name: "AES-GCM", iv: sealed.iv, additionalData: text.encode(name) };
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, this.#key, sealed.data)));
  }

  async get(name) {
    const sealed = await request(this.#database.transaction("sealed").objectStore("sealed").get(name));
    return sealed && this.#unseal(sealed, name);
  }

  async all(prefix) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const store = this.#database.transaction("sealed").objectStore("sealed");
    const [names, values] = await Promise.all([request(store.getAllKeys(range)), request(store.getAll(range))]);
    return Promise.all(names.map((name, index) => this.#unseal(values[index], name)));
  }

  async put(name, value) { await this.keep([], { [name]: value }); }

  async remove(name) {
    const transaction = this.#database.transaction("sealed", "readwrite", { durability: "strict" });
    transaction.objectStore("sealed").delete(name);
    await finished(transaction);
  }

  // What was done and what it changes, together or not at all; on the disk when this is over.
  async keep(items, values) {
    const sealed = await Promise.all(Object.entries(values).map(async ([name, value]) => [name, await this.#seal(value, name)]));
    const letters = await Promise.all(items.map((item) => this.#seal(item, "outbox")));
    const transaction = this.#database.transaction(["sealed", "outbox"], "readwrite", { durability: "strict" });
    for (const [name, value] of sealed) transaction.objectStore("sealed").put(value, name);
    for (const letter of letters) transaction.objectStore("outbox").add(letter);
    const count = request(transaction.objectStore("outbox").count());
    await finished(transaction);
    this.#mark(await count);
  }

  async waiting() {
    const store = this.#database.transaction("outbox").objectStore("outbox");
    const [places, letters] = await Promise.all([request(store.getAllKeys()), request(store.getAll())]);
    return Promise.all(letters.map(async (letter, index) => ({ place: places[index], ...(await this.#unseal(letter, "outbox")) })));
  }

  // From now on so many days again.
  async renew(days) {
    const transaction = this.#database.transaction("lock", "readwrite", { durability: "strict" });
    const store = transaction.objectStore("lock");
    const lock = await request(store.get("lock"));
    store.put({ ...lock, until: Date.now() + days * day }, "lock");
    await finished(transaction);
  }

  async count() { return request(this.#database.transaction("outbox").objectStore("outbox").count()); }

  async arrived(places) {
    const transaction = this.#database.transaction("outbox", "readwrite", { durability: "strict" });
    for (const place of places) transaction.objectStore("outbox").delete(place);
    const count = request(transaction.objectStore("outbox").count());
    await finished(transaction);
    this.#mark(await count);
  }

  // So that it can be told when the browser throws everything away.
  #mark(waiting) {
    try {
      waiting ? localStorage.setItem(marker, waiting) : localStorage.removeItem(marker);
    } catch { /* full: the warning about that comes from elsewhere */ }
  }
}
