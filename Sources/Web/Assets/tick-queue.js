// Ticks on their way to the server: each is sent at once, and sent again until the server says it has it. Ticks have
// identifiers of their own, so sending one twice does no harm.

import { identifier } from "./identifier.js";

const status = document.getElementById("bewaard");
export const words = document.documentElement.lang === "nl"
  ? { saved: "✓ Alles bewaard", saving: "Bewaren…", again: "Niet bewaard, we proberen opnieuw", failed: "Niet bewaard: ", signIn: "meld u opnieuw aan" }
  : { saved: "✓ Everything saved", saving: "Saving…", again: "Not saved, we are trying again", failed: "Not saved: ", signIn: "sign in again" };

// What was ticked and is not known to be saved. Kept in the browser until it is: only codes, no names.
export function makeQueue(address) {
  const key = `ticks ${address}`;
  const device = remember("device", () => identifier(Date.now()).slice(-12));
  let ticks = JSON.parse(read(key) ?? "[]");
  let isSending = false;
  let isStopped = false;
  let attempts = 0;
  let timer;

  function keep() {
    if (ticks.length) write(key, JSON.stringify(ticks));
    else write(key, null);
  }

  function add(list) {
    ticks.push(...list);
    keep();
    isStopped = false;
    send();
  }

  async function send() {
    clearTimeout(timer);
    if (isSending || isStopped) return;
    if (!ticks.length) return;
    isSending = true;
    if (!attempts) show("saving", words.saving);
    const batch = ticks.slice(0, 200);
    try {
      const token = document.querySelector("input[name=_token]")?.value ?? "";
      const reply = await fetch(address, {
        method: "POST",
        keepalive: true,
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-Form-Token": token },
        body: JSON.stringify({ device, ticks: batch }),
        signal: AbortSignal.timeout(15000),
      });
      isSending = false;
      if (reply.ok) return saved(batch);
      if (reply.status < 500 && reply.status !== 429 && reply.status !== 408) return refused(reply);
      retry();
    } catch {
      isSending = false;
      retry();
    }
  }

  function saved(batch) {
    const sent = new Set(batch.map((tick) => tick.id));
    ticks = ticks.filter((tick) => !sent.has(tick.id));
    keep();
    attempts = 0;
    for (const button of document.querySelectorAll(".tick.unsaved")) {
      if (!ticks.some((tick) => tick.activity === button.closest("[data-activity]").dataset.activity)) {
        button.classList.remove("unsaved");
      }
    }
    if (ticks.length) send();
    else show("saved", words.saved);
  }

  function retry() {
    attempts += 1;
    show("waiting", `${words.again} (${ticks.length})`);
    timer = setTimeout(send, Math.min(1000 * 2 ** Math.min(attempts - 1, 4), 15000));
  }

  // Trying again would not help: somebody has to do something first. What was ticked stays kept.
  async function refused(reply) {
    isStopped = true;
    const problem = await reply.json().catch(() => ({}));
    show("failed", words.failed + (problem.title ?? reply.status));
    if (reply.status === 401) {
      const link = document.createElement("a");
      link.href = `/aanmelden?verder=${encodeURIComponent(location.pathname + location.search)}`;
      link.textContent = words.signIn;
      status.append(" ", link);
    }
  }

  // The first attempt on a network that is only just back often fails, and the next must not wait for what went before.
  function resume() {
    attempts = 0;
    send();
  }

  addEventListener("online", resume);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) resume(); });
  addEventListener("beforeunload", (event) => { if (ticks.length && (attempts || isStopped)) event.preventDefault(); });
  return { add, send, waiting: () => ticks };
}

// In the bar above: whether everything is saved.
export function show(state, text) {
  if (!status || status.dataset.state === state && status.textContent === text) return;
  status.dataset.state = state;
  status.textContent = text;
}

function read(key) { try { return localStorage.getItem(key); } catch { return null; } }
function write(key, value) {
  try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* full or forbidden */ }
}
function remember(key, make) {
  const value = read(key) ?? make();
  write(key, value);
  return value;
}
