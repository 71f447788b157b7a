// The talking sheet without reloads: each tick is sent at once, and sent again until the server says it has it.
// Ticks have identifiers of their own, so sending one twice does no harm. Without this script the forms do the same.

import { identifier } from "./identifier.js";
import { excludes } from "./marks.js";
import { makePicture } from "./picture.js";

const talk = document.querySelector(".talk[data-ticks]");
const form = document.getElementById("plaat");
const status = document.getElementById("bewaard");
const dutch = document.documentElement.lang === "nl";
const words = dutch
  ? { saved: "✓ Alles bewaard", saving: "Bewaren…", again: "Niet bewaard, we proberen opnieuw", failed: "Niet bewaard: ", signIn: "meld u opnieuw aan", marks: { "not-applicable": "n.v.t.", unknown: "weet niet" } }
  : { saved: "✓ Everything saved", saving: "Saving…", again: "Not saved, we are trying again", failed: "Not saved: ", signIn: "sign in again", marks: { "not-applicable": "n/a", unknown: "don’t know" } };

// What was ticked and is not known to be saved. Kept in the browser until it is: only codes, no names.
function makeQueue(address) {
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

  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
  addEventListener("beforeunload", (event) => { if (ticks.length && (attempts || isStopped)) event.preventDefault(); });
  return { add, send, waiting: () => ticks };
}

function show(state, text) {
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

const isOn = (button) => button.getAttribute("aria-pressed") === "true";
const buttons = (row) => [...row.querySelectorAll("button[data-mark]")];

function set(button, on) {
  button.setAttribute("aria-pressed", String(on));
  button.value = button.value.replace(/[01]$/, on ? "0" : "1");
}

function toggle(row, button, queue) {
  const on = !isOn(button);
  const changed = buttons(row).filter((other) => on && isOn(other) && excludes(button.dataset.mark, other.dataset.mark));
  const moment = Date.now();
  const list = [...changed.map((other) => [other, false]), [button, on]].map(([item, value]) => {
    set(item, value);
    item.classList.add("unsaved");
    return { id: identifier(moment), activity: row.dataset.activity, mark: item.dataset.mark, isOn: value, madeAt: moment };
  });
  refresh(row);
  picture?.follow(row.dataset.activity, marksOf(row));
  queue.add(list);
}

const marksOf = (row) => new Set(buttons(row).filter(isOn).map((button) => button.dataset.mark));

// The picture in the page itself, so that it changes in the same moment as a tick. Until it is there, and where there is
// no script, it is the image that the server drew.
let picture;
async function openPicture() {
  const image = document.querySelector("img.talk-picture");
  if (!image?.offsetParent) return;
  const address = new URL(image.src);
  const current = address.searchParams.get("thema");
  const reply = await fetch(image.dataset.live);
  if (!reply.ok) return;
  const svg = document.createRange().createContextualFragment(await reply.text()).querySelector("svg");
  const marks = new Map(Object.entries(JSON.parse(svg.dataset.marks)).map(([code, own]) => [code, new Set(own)]));
  const live = makePicture(svg);
  const follow = (activity, own) => {
    marks.set(activity, own);
    live.paint(marks, current);
  };
  for (const row of document.querySelectorAll("#plaat [data-activity]")) marks.set(row.dataset.activity, marksOf(row));
  live.paint(marks, current);
  svg.removeAttribute("aria-hidden");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", image.alt);
  image.replaceWith(svg);
  picture = { follow };
}

// What was ticked before a reload and did not reach the server yet.
function restore(ticks) {
  for (const tick of ticks) {
    const row = document.querySelector(`[data-activity="${CSS.escape(tick.activity)}"]`);
    const button = row?.querySelector(`button[data-mark="${CSS.escape(tick.mark)}"]`);
    if (!button) continue;
    set(button, tick.isOn);
    button.classList.add("unsaved");
    refresh(row);
  }
}

function refresh(row) {
  const standing = row.querySelector(".standing");
  const other = buttons(row).find((button) => isOn(button) && words.marks[button.dataset.mark]);
  standing.textContent = other ? ` · ${words.marks[other.dataset.mark]}` : "";
  const place = document.querySelector(".talk-nav [aria-current]");
  const rows = [...form.querySelectorAll("[data-activity]")];
  const has = (item, mark) => item.querySelector(`[data-mark="${mark}"][aria-pressed="true"]`);
  // As the server counts: what is on the printed sheet or was talked about, without what does not apply.
  const counted = rows.filter((item) => ("core" in item.dataset || has(item, "doing") || has(item, "ambition") || has(item, "unknown")) && !has(item, "not-applicable"));
  place.querySelector(".doing-count").textContent = rows.filter((item) => has(item, "doing")).length;
  place.querySelector(".applicable-count").textContent = counted.length;
}

function submitted(event, queue) {
  const button = event.submitter;
  if (button?.dataset.mark) {
    event.preventDefault();
    toggle(button.closest("[data-activity]"), button, queue);
  } else if (button?.name === "bewaar") {
    event.preventDefault();
    saveRemark(button);
  }
}

// A remark is saved without leaving the page; when that fails, the form goes the ordinary way and says why.
async function saveRemark(button) {
  const body = new URLSearchParams(new FormData(form));
  body.set("bewaar", button.value);
  show("saving", words.saving);
  try {
    const reply = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (!reply.ok) throw new Error(String(reply.status));
    show("saved", words.saved);
  } catch {
    show("failed", words.failed.replace(/: $/, ""));
  }
}

const keys = { d: "doing", w: "ambition", n: "not-applicable" };

function pressed(event, queue) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("textarea, input")) return;
  const row = event.target.closest("[data-activity]");
  if (!row) return;
  const mark = keys[event.key.toLowerCase()];
  if (mark) {
    event.preventDefault();
    toggle(row, row.querySelector(`button[data-mark="${mark}"]`), queue);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const rows = [...form.querySelectorAll("[data-activity]")].filter((item) => item.offsetParent !== null);
    const next = rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.querySelector("button[data-mark]").focus();
  }
}

if (talk) {
  const place = document.querySelector(".talk-nav [aria-current]");
  place?.closest(".talk-nav").scrollTo({ left: place.offsetLeft - 16 });
  const queue = makeQueue(talk.dataset.ticks);
  if (form) {
    restore(queue.waiting());
    form.addEventListener("submit", (event) => submitted(event, queue));
    form.addEventListener("keydown", (event) => pressed(event, queue));
  }
  queue.send();
  openPicture().catch(() => {});
}
