// One conversation without network: what the server would show, from what was taken along, and everything that is done
// kept on the device before it is shown as kept.

import { identifier } from "./identifier.js";
import { taps, tapped } from "./marks.js";
import { encoded, shrunk } from "./photos.js";
import { makePicture } from "./picture.js";
import { count } from "./score.js";
import { suggest } from "./suggestions.js";
import { clone, fill, list } from "./templates.js";

export const today = () => new Date().toLocaleDateString("sv-SE");

export function marksOf(talk) {
  return new Map(Object.entries(talk.marks).map(([activity, marks]) => [activity, new Set(marks)]));
}

export function stepsOf(pack) {
  return ["beeld", ...pack.sheet.themes.map((theme) => theme.code), "behoeften", "voorbeelden", "klaar"];
}

// Shows a step of the conversation in `place`. `app` has the language, the words, and `keep(item, talk)`.
export function showTalk(app, pack, talk, step, place) {
  const view = clone("gesprek");
  const marks = marksOf(talk);
  const isOpen = talk.state === "underway" || talk.state === "paused";
  fill(view, {
    company: talk.company.name,
    with: [talk.company.place, talk.contacts[0]?.name].filter(Boolean).join(" · "),
  });
  const root = view.querySelector(".talk");
  root.classList.toggle("talk-overview", step === "beeld");
  root.classList.toggle("talk-near", pack.sheet.themes.some((theme) => theme.code === step));
  const card = view.querySelector(".talk-card");
  place.replaceChildren(view);

  const scene = root.querySelector(".talk-scene");
  scene.append(document.createRange().createContextualFragment(pack.picture));
  const picture = makePicture(scene.querySelector("svg.talk-picture"));
  for (const link of scene.querySelectorAll("a")) {
    link.setAttribute("href", `#${talk.id}/${link.getAttribute("href").replace("#", "")}`);
  }
  const nav = root.querySelector(".talk-nav ol");
  const context = { app, pack, talk, marks, card, isOpen, refresh };
  nav.append(...stepsOf(pack).map((code) => navigationItem(context, code, step)));
  function refresh() {
    picture.paint(marks, step);
    const counts = nav.querySelector("[aria-current] .count");
    if (counts) fill(counts, count(pack.sheet.activities.filter((activity) => activity.theme === step), marks));
  }
  refresh();
  const current = nav.querySelector("[aria-current]");
  current?.closest(".talk-nav").scrollTo({ left: current.offsetLeft - 16 });

  if (talk.state === "planned") return showStart(context);
  if (step === "beeld") return showOverview(context);
  if (step === "behoeften") return showNeeds(context);
  if (step === "voorbeelden") return showExamples(context);
  if (step === "klaar") return showEnd(context);
  showTheme(context, step);
}

function titleOf({ app, pack }, step) {
  return pack.sheet.themes.find((theme) => theme.code === step)?.name[app.language] ?? app.words[step];
}

function navigationItem(context, code, step) {
  const item = clone("deel").firstElementChild;
  const link = item.querySelector("a");
  link.href = `#${context.talk.id}/${code}`;
  if (code === step) link.setAttribute("aria-current", "step");
  link.querySelector(".part").textContent = titleOf(context, code);
  const own = context.pack.sheet.activities.filter((activity) => activity.theme === code);
  const counts = item.querySelector(".count");
  if (!own.length) counts.remove();
  else {
    const { doing, applicable } = count(own, context.marks);
    fill(counts, { doing, applicable });
  }
  return item;
}

function next({ app, pack, talk, card }, step) {
  const steps = stepsOf(pack);
  const following = steps[steps.indexOf(step) + 1];
  if (!following) return;
  const view = clone("volgende");
  const link = view.querySelector("a");
  link.href = `#${talk.id}/${following}`;
  const title = titleOf({ app, pack }, following);
  link.append(title[0].toLowerCase() + title.slice(1));
  card.append(view);
}

// MARK: Begin

function showStart({ app, pack, talk, card }) {
  card.append(clone("begin"));
  card.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    talk.state = "underway";
    talk.sheetVersion = pack.sheet.version;
    await app.keep({ kind: "start", conversation: talk.id, sheetVersion: pack.sheet.version, day: today() }, talk);
    app.go(`${talk.id}/beeld`);
  });
}

function showOverview(context) {
  context.card.append(clone("overzicht"));
  next(context, "beeld");
}

// MARK: A theme

function showTheme(context, step) {
  const { pack, card, talk, marks, isOpen } = context;
  const theme = pack.sheet.themes.find((one) => one.code === step);
  if (!theme) return;
  const view = clone("thema");
  fill(view, { question: theme.question[context.app.language] });
  const form = view.querySelector("form");
  form.append(document.createRange().createContextualFragment(pack.rows[step]));
  card.append(view);
  for (const row of form.querySelectorAll("[data-activity]")) {
    const code = row.dataset.activity;
    paintRow(row, marks.get(code), context.app.words);
    const remark = row.querySelector("textarea");
    remark.value = talk.remarks[code] ?? "";
    if (remark.value) row.querySelector("details").open = true;
    remark.addEventListener("change", () => saveRemark(context, code, remark.value));
    if (!isOpen) for (const control of row.querySelectorAll("button, textarea")) control.disabled = true;
  }
  for (const more of form.querySelectorAll(".more-activities")) {
    more.open = Boolean(more.querySelector('[aria-pressed="true"]'));
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (button?.dataset.mark) tick(context, button.closest("[data-activity]"), button.dataset.mark);
  });
  form.addEventListener("keydown", (event) => pressed(context, form, event));
  next(context, step);
}

function paintRow(row, marks = new Set(), words) {
  for (const button of row.querySelectorAll("button[data-mark]")) {
    button.setAttribute("aria-pressed", String(marks.has(button.dataset.mark)));
  }
  const other = ["not-applicable", "unknown"].find((mark) => marks.has(mark));
  row.querySelector(".standing").textContent = other ? ` · ${words[other]}` : "";
}

function tick(context, row, mark) {
  const { app, talk, marks } = context;
  const activity = row.dataset.activity;
  const show = (own) => { marks.set(activity, own); paintRow(row, own, app.words); context.refresh(); };
  const list = taps(marks.get(activity) ?? new Set(), mark);
  const after = tapped(marks.get(activity) ?? new Set(), list);
  talk.marks[activity] = [...after];
  show(after);
  const madeAt = Date.now();
  const ticks = list.map((tap) => ({ id: identifier(madeAt), activity, ...tap, madeAt }));
  // What was not kept is not shown as kept either.
  app.keep({ kind: "ticks", conversation: talk.id, ticks }, talk).catch(() => show(new Set(talk.marks[activity])));
}

function saveRemark({ app, talk }, activity, text) {
  const basedOn = talk.remarks[activity] ?? "";
  if (basedOn === text.trim()) return;
  talk.remarks[activity] = text.trim();
  app.keep({ kind: "remark", conversation: talk.id, activity, text: text.trim(), basedOn }, talk);
}

const keys = { d: "doing", w: "ambition", n: "not-applicable" };

function pressed(context, form, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("textarea, input") || !context.isOpen) return;
  const row = event.target.closest("[data-activity]");
  const mark = keys[event.key.toLowerCase()];
  if (row && mark) {
    event.preventDefault();
    tick(context, row, mark);
  } else if (row && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const rows = [...form.querySelectorAll("[data-activity]")].filter((item) => item.offsetParent !== null);
    const other = rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!other) return;
    event.preventDefault();
    other.querySelector("button[data-mark]").focus();
  }
}

// MARK: Last steps

function showNeeds(context) {
  const { app, card, pack, talk, isOpen } = context;
  const view = clone("behoeften");
  const form = view.querySelector("form");
  form.prepend(document.createRange().createContextualFragment(pack.needRows));
  for (const need of talk.needs) {
    form.querySelector(`[name="behoefte"][value="${CSS.escape(need.kind)}"]`).checked = true;
    form.querySelector(`[name="wat-${CSS.escape(need.kind)}"]`).value = need.note ?? "";
  }
  if (!isOpen) for (const control of form.elements) control.disabled = true;
  card.append(view);
  form.addEventListener("change", async () => {
    const data = new FormData(form);
    talk.needs = data.getAll("behoefte").map((kind) => ({ kind, note: data.get(`wat-${kind}`)?.trim() || null }));
    await app.keep({ kind: "needs", conversation: talk.id, needs: talk.needs }, talk);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  next(context, "behoeften");
}

function showExamples(context) {
  const { app, card, pack, talk, isOpen } = context;
  const view = clone("voorbeelden");
  list(view.querySelector("[data-list]"), talk.examples, (one) => fill(clone("voorbeeld"), { title: one.title, story: one.story }));
  const form = view.querySelector("form");
  form.prepend(document.createRange().createContextualFragment(pack.exampleFields));
  if (talk.contacts[0]) form.elements.door.value = talk.contacts[0].name;
  if (!isOpen) form.remove();
  card.append(view);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(form));
    const problem = exampleProblem(data, app.words);
    const shown = form.querySelector("[data-problem]");
    shown.textContent = problem?.[1] ?? "";
    shown.hidden = !problem;
    if (problem) { form.querySelector(`[name="${problem[0]}"]`)?.focus(); return; }
    const fields = { title: data.titel, story: data.verhaal, costs: data.kosten, brings: data.opbrengst, effort: data.moeite ?? "",
      activity: data.activiteit, audience: data.delen, until: data.tot, givenBy: data.door };
    const file = form.elements.foto.files[0];
    let photo;
    try {
      photo = file && (await encoded(await shrunk(file)));
    } catch {
      shown.textContent = app.words.photoUnreadable;
      shown.hidden = false;
      form.elements.foto.focus();
      return;
    }
    const example = identifier();
    talk.examples.push({ title: data.titel, story: data.verhaal, isShared: data.delen !== "nobody" });
    await app.keep({ kind: "example", conversation: talk.id, example, fields }, talk);
    if (photo) await app.keep({ kind: "photo", conversation: talk.id, example, data: photo }, talk);
    app.go(`${talk.id}/voorbeelden`);
  });
  next(context, "voorbeelden");
}

// What the server would refuse later, said while somebody is still at the table.
function exampleProblem(data, words) {
  if (!data.titel.trim()) return ["titel", words.titleMissing];
  if (!data.verhaal.trim()) return ["verhaal", words.storyMissing];
  if (!data.delen) return ["delen", words.audienceMissing];
  if (data.delen !== "nobody" && !data.door.trim()) return ["door", words.giverMissing];
  if (data.delen !== "nobody" && data.tot && data.tot < today()) return ["tot", words.untilInPast];
  return null;
}

export function factsOf(talk, pack) {
  const marks = marksOf(talk);
  const having = (mark) => new Set([...marks].filter(([, own]) => own.has(mark)).map(([activity]) => activity));
  return {
    municipality: talk.company.municipality, sector: talk.company.sector, size: talk.company.size, isMember: talk.company.isMember,
    doing: having("doing"), ambition: having("ambition"), needs: new Set(talk.needs.map((need) => need.kind)),
    hasShareableExample: talk.examples.some((one) => one.isShared), taken: pack.taken, today: today(),
  };
}

function showEnd(context) {
  const { app, card, pack, talk, marks, isOpen } = context;
  const view = clone("klaar");
  const total = count(pack.sheet.activities, marks);
  fill(view, { doing: total.doing, applicable: total.applicable, wanted: total.wanted, needs: talk.needs.length, examples: talk.examples.length });
  list(view.querySelector("[data-themes]"), pack.sheet.themes, (theme) => {
    const own = count(pack.sheet.activities.filter((activity) => activity.theme === theme.code), marks);
    return fill(clone("stand"), { name: theme.name[app.language], doing: own.doing, applicable: own.applicable, wanted: own.wanted });
  });
  const { suggested } = suggest(pack, factsOf(talk, pack));
  list(view.querySelector("[data-suggested]"), suggested, (one) => {
    const initiative = pack.initiatives.find((other) => other.code === one.initiative);
    const row = fill(clone("voorstel"), { name: initiative.name, offers: initiative.offers[app.language], points: one.score });
    list(row.querySelector("[data-reasons]"), one.reasons, (reason) => fill(clone("reden"), { text: reason.text[app.language] }));
    return row;
  });
  view.querySelector("[data-none]").hidden = suggested.length > 0;
  const form = view.querySelector("form");
  if (!isOpen) form.remove();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    talk.state = event.submitter.value === "pauze" ? "paused" : "finished";
    await app.keep({ kind: talk.state === "paused" ? "pause" : "finish", conversation: talk.id }, talk);
    app.go(talk.state === "paused" ? "" : `${talk.id}/klaar`);
  });
  view.querySelector("[data-finished]").hidden = talk.state !== "finished";
  card.append(view);
}
