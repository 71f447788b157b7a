// Sends what was done without network, until the server says that it has it. Each item has an identifier of its own, so
// that sending twice does no harm. Begins again by itself: when there is a network, on return to the tab, and on a
// timer, for when only the server was gone the browser tells nobody.

import { sendPhoto } from "./photos.js";

const batchSize = 200;
const longestWait = 30_000;

// `changed` hears how it stands: { state, waiting, refused, problem }; `noted` what somebody should know about an item.
export function makeOutbox(vault, { device, owner, changed, noted }) {
  let isSending = false;
  let isAgain = false;
  let failures = 0;
  let timer;
  // Items that the server will not have as they are, with its words. Asked again after each reload.
  const refused = new Map();

  async function add(item, values = {}) {
    await vault.keep([item], values);
    await tell("waiting");
    send();
  }

  async function tell(state, problem) {
    const waiting = await vault.count();
    changed({ state: waiting && state === "saved" ? "waiting" : state, waiting, refused: [...refused.values()], problem });
  }

  async function send() {
    clearTimeout(timer);
    if (isSending) { isAgain = true; return; }
    isSending = true;
    try {
      do {
        isAgain = false;
        await sendAll();
      } while (isAgain);
      failures = 0;
      await tell("saved");
      // What was too early waits for something that may come from another device.
      if (await vault.count() > refused.size) timer = setTimeout(send, longestWait);
    } catch (problem) {
      failures += 1;
      await tell(problem instanceof Halt ? "halted" : "waiting", problem);
      timer = setTimeout(send, Math.min(1000 * 2 ** Math.min(failures - 1, 6), longestWait));
    } finally {
      isSending = false;
    }
  }

  // Goes on as long as something arrives: what was too early may be in time after that.
  async function sendAll() {
    let token;
    for (let arrived = 1; arrived > 0;) {
      arrived = 0;
      const waiting = await open((item) => item.kind !== "photo");
      if (!waiting.length) break;
      token ??= await tokenOfOwner();
      for (const [programme, items] of Map.groupBy(waiting, (item) => item.programme)) {
        for (const batch of batches(joined(items))) {
          await tell("sending");
          arrived += await deliver(programme, batch, token);
        }
      }
    }
    // Photos come last: what they belong to has arrived by then.
    const photos = await open((item) => item.kind === "photo");
    if (photos.length) await sendPhotos(photos, token ?? (await tokenOfOwner()));
  }

  const open = async (isWanted) => (await vault.waiting()).filter((item) => !refused.has(item.id) && isWanted(item));

  // One that cannot go yet keeps no other back.
  async function sendPhotos(photos, token) {
    for (const { place, ...item } of photos) {
      await tell("sending");
      try {
        // What gets through shows that the next attempt need not wait long.
        await sendPhoto(item, token, call, () => { failures = 0; });
      } catch (problem) {
        if (!(problem instanceof Halt) || problem.status === 401 || problem.status === 403) throw problem;
        if (problem.status !== 404) refused.set(item.id, { item: { ...item, places: [place], names: [item.id] }, message: problem.message });
        continue;
      }
      await vault.arrived([place]);
    }
  }

  // Somebody else may have signed in on this device: what was done is not sent in their name.
  async function tokenOfOwner() {
    const [{ account, token }, kept] = await Promise.all([session(), owner()]);
    if (kept && kept.account !== account) throw new Halt(0, kept.problem);
    return token;
  }

  async function deliver(programme, batch, token) {
    const reply = await call(`/werk/${programme}/meenemen/verzenden`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-Form-Token": token },
      body: JSON.stringify({ device, sentAt: Date.now(), items: batch.map(({ places, names, ...item }) => item) }),
    });
    const { outcomes } = await reply.json();
    const done = [];
    for (const outcome of outcomes) {
      const item = batch.find((one) => one.id === outcome.item);
      if (!item) continue;
      if (outcome.state === "done") {
        done.push(...item.places);
        if (outcome.note) await noted(item, outcome.note);
      } else if (outcome.state === "refused") {
        for (const name of item.names) refused.set(name, { item, message: outcome.message });
      }
    }
    await vault.arrived(done);
    return done.length;
  }

  function again() {
    refused.clear();
    send();
  }

  // Throws away what the server will not have.
  async function drop() {
    await vault.arrived([...new Set([...refused.values()].flatMap(({ item }) => item.places))]);
    refused.clear();
    await tell("saved");
  }

  // The first attempt on a network that is only just back often fails, and the next must not wait for what went before.
  function resume() {
    failures = 0;
    send();
  }

  addEventListener("online", resume);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) resume(); });
  addEventListener("pageshow", resume);
  return { add, send, again, drop, refused: () => [...refused.values()] };
}

// The taps on one conversation that follow each other go as one.
function joined(items) {
  const list = [];
  for (const { place, ...item } of items) {
    const last = list.at(-1);
    if (last && item.kind === "ticks" && last.kind === "ticks" && last.conversation === item.conversation && last.ticks.length < 200) {
      last.ticks = [...last.ticks, ...item.ticks];
      last.places.push(place);
      last.names.push(item.id);
    } else {
      list.push({ ...item, places: [place], names: [item.id] });
    }
  }
  return list;
}

function* batches(items) {
  let batch = [];
  let size = 0;
  for (const item of items) {
    const own = 1 + (item.ticks?.length ?? 0);
    if (batch.length && size + own > batchSize * 5 || batch.length >= batchSize) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(item);
    size += own;
  }
  if (batch.length) yield batch;
}

// Trying again by itself will not help: somebody has to do something first.
export class Halt extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export async function call(address, options = {}) {
  const reply = await fetch(address, { signal: AbortSignal.timeout(20_000), cache: "no-store", ...options });
  if (reply.ok) return reply;
  const problem = await reply.json().catch(() => ({}));
  if (reply.status < 500 && reply.status !== 408 && reply.status !== 429) {
    throw new Halt(reply.status, problem.title ?? String(reply.status));
  }
  throw new Error(problem.title ?? String(reply.status));
}

// Who is signed in, and where they may hold conversations.
export async function session() {
  return (await call("/onderweg/sessie", { headers: { Accept: "application/json" } })).json();
}
