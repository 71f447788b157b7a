// Conversations without a network (*onderweg*): open what is on this device, take more along, hold them, send them.

import { identifier } from "./identifier.js";
import { call, makeOutbox, session } from "./outbox.js";
import { showTalk, today } from "./talk.js";
import { clone, fill, list } from "./templates.js";
import { makeVault, openVault, vaultState, wipeVault } from "./vault.js";

const language = document.documentElement.lang;
const words = JSON.parse(document.getElementById("inhoud").dataset.words);
const screen = document.getElementById("scherm");
const status = document.getElementById("bewaard");
const daysKept = 14;

let vault;
let outbox;
let [packs, talks] = [new Map(), new Map()];
const app = { language, words, keep, go };

// MARK: What is kept

// On the disk before it is shown as kept; a device that is full says so, and nothing is shown as kept.
async function keep(item, talk) {
  try {
    await outbox.add({ id: identifier(), programme: talk.programme, ...item }, { [`talk:${talk.id}`]: talk });
  } catch (problem) {
    Object.assign(talk, await vault.get(`talk:${talk.id}`).catch(() => null));
    tell({ state: "failed", waiting: 0, refused: [], problem: new Error(problem.name === "QuotaExceededError" ? words.deviceFull : words.notKept) });
    throw problem;
  }
}

function tell({ state, waiting, refused, problem }) {
  const text = { saved: words.allSent, sending: words.sending, waiting: waiting ? words.waiting : words.allSent, halted: words.waiting, failed: "" }[state];
  status.dataset.state = refused.length || state === "failed" || state === "halted" ? "failed" : waiting ? "waiting" : "saved";
  status.hidden = false;
  status.replaceChildren(text.replace("{count}", waiting));
  if (state === "failed") status.append(problem.message);
  if (state === "halted") {
    status.append(" ", problem.message);
    if (problem.status === 401) status.append(" ", signInLink());
  }
  if (refused.length) {
    const link = document.createElement("a");
    link.href = "#geweigerd";
    link.textContent = words.refused.replace("{count}", refused.length);
    status.append(" ", link);
  }
}

function signInLink() {
  const link = document.createElement("a");
  link.href = `/aanmelden?verder=${encodeURIComponent(location.pathname)}`;
  link.textContent = words.signIn;
  return link;
}

// Somebody else was there too: their word stands, or both do. It is told, and shown as it stands now.
async function noted(item, note) {
  const talk = talks.get(item.conversation);
  if (!talk && note.kind !== "looksLike") return;
  const pack = packs.get(item.programme);
  const name = (code) => pack?.sheet.activities.find((one) => one.code === code)?.text[language] ?? code;
  if (note.kind === "overruled") {
    for (const [activity, marks] of Object.entries(note.marks)) talk.marks[activity] = marks;
    const list = Object.keys(note.marks).map((code) => `‘${name(code)}’`).join(", ");
    talk.notes = [...(talk.notes ?? []), words.overruled.replace("{activities}", list)];
  } else if (note.kind === "bothRemarks") {
    talk.remarks[item.activity] = note.text;
    talk.notes = [...(talk.notes ?? []), words.bothRemarks.replace("{activity}", name(item.activity))];
  } else if (note.kind === "looksLike") {
    return announce(words.looksLike.replace("{company}", note.text));
  }
  await vault.put(`talk:${talk.id}`, talk);
  route();
}

function announce(text) {
  document.getElementById("meldingen").append(fill(clone("melding"), { text }));
}

// MARK: Lock

async function start() {
  if (!globalThis.indexedDB || !globalThis.crypto?.subtle) { announce(words.unfit); return; }
  const state = await vaultState();
  if (state.lost) announce(words.evicted.replace("{count}", state.lost));
  if (state.isOver && !state.waiting) {
    await wipeVault();
    announce(words.expired);
    return showMake();
  }
  if (!state.isMade) return showMake();
  if (state.isOver) announce(words.expiredUnsent.replace("{count}", state.waiting));
  showOpen(state);
}

function showMake() {
  screen.replaceChildren(clone("maken"));
  const form = screen.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { code, again } = Object.fromEntries(new FormData(form));
    const problem = code.length < 6 ? words.codeTooShort : code !== again ? words.codesDiffer : null;
    if (problem) return complain(form, problem);
    await navigator.storage?.persist?.();
    vault = await makeVault(code, daysKept);
    await opened();
  });
  form.elements.code.focus();
}

function showOpen({ waiting }) {
  screen.replaceChildren(fill(clone("openen"), { waiting: waiting ? words.waiting.replace("{count}", waiting) : "" }));
  const form = screen.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (event.submitter?.value === "wissen") {
      if (confirm(waiting ? words.wipeUnsent.replace("{count}", waiting) : words.wipe)) { await wipeVault(); location.reload(); }
      return;
    }
    const found = await openVault(form.elements.code.value);
    if (!found) return complain(form, words.codeWrong);
    vault = found;
    await opened();
  });
  form.elements.code.focus();
}

function complain(form, text) {
  const shown = form.querySelector("[data-problem]");
  shown.textContent = text;
  shown.hidden = false;
  form.elements.code.setAttribute("aria-invalid", "true");
  form.elements.code.select();
}

async function opened() {
  for (const pack of await vault.all("pack:")) packs.set(pack.programme.id, pack);
  for (const talk of await vault.all("talk:")) talks.set(talk.id, talk);
  const device = (await vault.get("device")) ?? identifier().slice(-12);
  await vault.put("device", device);
  outbox = makeOutbox(vault, { device, owner, changed: tell, noted });
  addEventListener("hashchange", route);
  route();
  outbox.send();
  warnAboutRoom();
}

// Whose work this is.
async function owner() {
  const kept = await vault.get("owner");
  return kept && { ...kept, problem: words.otherPerson.replace("{name}", kept.name) };
}

async function warnAboutRoom() {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota && quota - usage < 20_000_000) announce(words.littleRoom);
}

// MARK: Screens

function go(place) {
  if (location.hash === `#${place}`) route();
  else location.hash = place;
}

function route() {
  const [id, step] = decodeURIComponent(location.hash.slice(1)).split("/");
  const talk = talks.get(id);
  if (talk) {
    showTalk(app, packs.get(talk.programme), talk, step ?? "beeld", screen);
    list(screen.querySelector("[data-notes]"), talk.notes ?? [], (text) => fill(clone("melding"), { text }));
  } else if (id === "nieuw") showNew(step);
  else if (id === "geweigerd") showRefused();
  else showList();
  scrollTo(0, 0);
}

function showList() {
  screen.replaceChildren(clone("lijst"));
  const all = [...talks.values()].sort((one, other) => (one.day + (one.time ?? "")).localeCompare(other.day + (other.time ?? "")));
  list(screen.querySelector("[data-list]"), all, (talk) => {
    const row = fill(clone("regel"), { name: talk.company.name, place: talk.company.place ?? "", state: words[talk.state] });
    fill(row, { day: `${new Date(`${talk.day}T12:00`).toLocaleDateString(language, { weekday: "long", day: "numeric", month: "long" })} ${talk.time ?? ""}` });
    row.querySelector("a").href = `#${talk.id}/${talk.state === "finished" ? "klaar" : "beeld"}`;
    return row;
  });
  screen.querySelector("[data-empty]").hidden = all.length > 0;
  list(screen.querySelector("[data-programmes]"), [...packs.values()], (pack) => {
    const row = fill(clone("onverwacht"), { name: pack.programme.name[language] });
    row.querySelector("a").href = `#nieuw/${pack.programme.id}`;
    return row;
  });
  const form = screen.querySelector("form");
  form.addEventListener("submit", (event) => { event.preventDefault(); take(form); });
}

// Takes along the conversations of some days, of every programme in which somebody holds them.
async function take(form) {
  const shown = form.querySelector("[data-problem]");
  const say = (text) => { shown.textContent = text; shown.hidden = !text; };
  const button = form.querySelector("button");
  button.disabled = true;
  say(words.taking);
  try {
    const until = new Date(Date.now() + (Number(form.elements.dagen.value) - 1) * 86_400_000).toLocaleDateString("sv-SE");
    const { programmes, account, name } = await session();
    const kept = await owner();
    if (kept && kept.account !== account) return say(kept.problem);
    if (!kept) await vault.put("owner", { account, name });
    await vault.renew(daysKept);
    const waiting = new Set((await vault.waiting()).map((item) => item.conversation));
    for (const programme of programmes) {
      const reply = await call(`/werk/${programme}/meenemen/pakket?van=${today()}&tot=${until}`, { headers: { Accept: "application/json" } });
      const { talks: fresh, ...pack } = await reply.json();
      // What was done here and is not sent yet is not put back to how the server knows it.
      const wanted = fresh.filter((talk) => !waiting.has(talk.id));
      await vault.keep([], { [`pack:${programme}`]: pack, ...Object.fromEntries(wanted.map((talk) => [`talk:${talk.id}`, talk])) });
      packs.set(programme, pack);
      for (const talk of wanted) talks.set(talk.id, talk);
      for (const talk of [...talks.values()]) {
        if (talk.programme !== programme || waiting.has(talk.id) || fresh.some((one) => one.id === talk.id)) continue;
        await vault.remove(`talk:${talk.id}`);
        talks.delete(talk.id);
      }
    }
    showList();
  } catch (problem) {
    say(problem.status ? problem.message : words.noNetwork);
    if (problem.status === 401) shown.append(" ", signInLink());
  } finally {
    button.disabled = false;
  }
}

function showNew(programme) {
  const pack = packs.get(programme);
  if (!pack) return go("");
  screen.replaceChildren(clone("nieuw"));
  const form = screen.querySelector("form");
  const add = (name, options) => form.elements[name].append(...options.map(({ code, name }) => new Option(name[language] ?? name, code)));
  const byName = (one, other) => one.name.localeCompare(other.name, "nl");
  add("municipality", pack.areas.filter((area) => area.kind === "municipality").sort(byName));
  add("sector", pack.sectors);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
    if (!fields.name || !fields.municipality) {
      const shown = form.querySelector("[data-problem]");
      shown.textContent = !fields.name ? words.companyNameMissing : words.municipalityMissing;
      shown.hidden = false;
      form.elements[fields.name ? "municipality" : "name"].focus();
      return;
    }
    const municipality = pack.areas.find((area) => area.code === fields.municipality);
    const company = {
      id: identifier(), name: fields.name, place: fields.city || municipality.name, municipality: fields.municipality,
      sector: fields.sector || null, size: fields.size || null, isMember: fields.isMember ? fields.isMember === "ja" : null,
    };
    const talk = {
      id: identifier(), programme, company, contacts: [], state: "planned", day: today(), time: null,
      marks: {}, remarks: {}, needs: [], examples: [],
    };
    talks.set(talk.id, talk);
    await keep({ kind: "company", company: company.id, fields: { ...fields, source: words.source } }, talk);
    await keep({ kind: "plan", conversation: talk.id, company: company.id, day: talk.day }, talk);
    go(`${talk.id}/beeld`);
  });
}

function showRefused() {
  screen.replaceChildren(clone("geweigerd"));
  const all = outbox.refused();
  list(screen.querySelector("[data-list]"), all, ({ item, message }) =>
    fill(clone("weigering"), { company: talks.get(item.conversation)?.company.name ?? item.fields?.name ?? "", what: words[`item-${item.kind}`], message }));
  screen.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (event.submitter.value === "bestand") return download(all.map(({ item }) => item));
    if (event.submitter.value === "weg") {
      if (!confirm(words.drop.replace("{count}", all.length))) return;
      await outbox.drop();
    } else {
      outbox.again();
    }
    go("");
  });
}

function download(items) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(items, null, 1)], { type: "application/json" }));
  link.download = "karavaan-niet-verzonden.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

addEventListener("beforeunload", (event) => { if (status.dataset.state === "failed") event.preventDefault(); });
navigator.serviceWorker?.register("/onderweg/werker.js", { scope: "/onderweg" }).catch(() => {});
start();
