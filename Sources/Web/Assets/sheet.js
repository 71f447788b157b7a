// The talking sheet without reloads: each tick is sent at once, and sent again until the server says it has it.
// Ticks have identifiers of their own, so sending one twice does no harm. Without this script the forms do the same.

import { identifier } from "./identifier.js";
import { excludes } from "./marks.js";
import { watchForms } from "./photos.js";
import { makePicture } from "./picture.js";
import { makeQueue, show, words } from "./tick-queue.js";

const talk = document.querySelector(".talk[data-ticks]");
const form = document.getElementById("plaat");
const names = document.documentElement.lang === "nl"
  ? { "not-applicable": "n.v.t.", unknown: "weet niet" }
  : { "not-applicable": "n/a", unknown: "don’t know" };

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
  if (!image || navigator.connection?.saveData) return;
  // Its room is made at once, so that nothing moves under a finger later.
  if (form) talk.classList.add("talk-near");
  const address = new URL(image.src);
  const current = address.searchParams.get("thema");
  const reply = await fetch(image.dataset.live);
  if (!reply.ok) return;
  const svg = document.createRange().createContextualFragment(await reply.text()).querySelector("svg");
  const marks = new Map(Object.entries(JSON.parse(svg.dataset.marks)).map(([code, own]) => [code, new Set(own)]));
  svg.removeAttribute("aria-hidden");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", image.alt);
  image.replaceWith(svg);
  const live = makePicture(svg);
  const follow = (activity, own) => {
    marks.set(activity, own);
    live.paint(marks, current);
  };
  for (const row of document.querySelectorAll("#plaat [data-activity]")) marks.set(row.dataset.activity, marksOf(row));
  live.paint(marks, current);
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
  const other = buttons(row).find((button) => isOn(button) && names[button.dataset.mark]);
  standing.textContent = other ? ` · ${names[other.dataset.mark]}` : "";
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
    const text = form.elements[`opmerking-${button.value}`];
    // Somebody else wrote something too: both stand there now.
    if (reply.status === 200) text.value = (await reply.json()).remark;
    form.elements[`gezien-${button.value}`].value = text.value;
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

watchForms();
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
