// The picture of the company, kept as the answers stand: it has everything that could be true, each part with what
// decides about it (LiveScene in Swift), and this shows what is.

import { count } from "./score.js";

export function makePicture(svg) {
  const themes = JSON.parse(svg.dataset.sheet);
  const parts = [...svg.querySelectorAll("[data-when]")].map((element) => ({
    element,
    look: element.dataset.look,
    rules: element.dataset.when.split(" ").map(readRule),
  }));
  const levels = [...svg.querySelectorAll("[data-level]")];
  const lights = [...svg.querySelectorAll("[data-lit]")].map((element) => [element, element.dataset.lit.split(" ")]);

  const frames = JSON.parse(svg.dataset.frames ?? "{}");
  const whole = svg.getAttribute("viewBox");
  const narrow = matchMedia("(max-width: 79.99rem)");
  let shown;

  // Where there is no room for the whole, one looks from nearby at what is talked about.
  function look(current) {
    shown = current;
    const frame = svg.closest(".talk-near") && narrow.matches && frames[current];
    svg.setAttribute("viewBox", frame || whole);
  }
  narrow.addEventListener("change", () => look(shown));

  function paint(marks, current) {
    if (current !== shown) look(current);
    const zones = new Map(themes.map((theme) => [theme.code, zoneState(theme, marks)]));
    for (const { element, look, rules } of parts) {
      const found = rules.map((rule) => lookOf(rule, zones.get(rule.zone), marks));
      const isDone = found.includes("done");
      const is = isDone ? "done" : found.includes("wanted") ? "wanted" : "absent";
      show(element, look === "not-done" ? !isDone : look === is);
    }
    for (const level of levels) paintLevel(level, zones.get(level.dataset.zone));
    for (const [element, names] of lights) show(element, names.includes(current));
    for (const label of svg.querySelectorAll("[data-label]")) paintLabel(label, zones.get(label.dataset.label), current);
  }

  return { paint };
}

function readRule(text) {
  const [zone, what] = text.split(":");
  return what.startsWith("@") ? { zone, share: Number(what.slice(1)) } : { zone, activities: what.split(",") };
}

function zoneState(theme, marks) {
  const { doing, ambition, applicable } = count(theme.activities, marks);
  return { doing, ambition, applicable };
}

// As ZoneState.look in Swift.
function lookOf(rule, zone, marks) {
  if (!zone) return "absent";
  if (rule.activities) {
    const has = (mark) => rule.activities.some((code) => marks.get(code)?.has(mark));
    return has("doing") ? "done" : has("ambition") ? "wanted" : "absent";
  }
  if (!zone.applicable) return "absent";
  const enough = rule.share * zone.applicable;
  if (zone.doing > 0 && zone.doing >= enough) return "done";
  return zone.ambition > 0 && zone.doing + zone.ambition >= enough ? "wanted" : "absent";
}

// A zone of a programme's own picture fills up from below (OwnScene in Swift): what is done, and on it what is wanted.
function paintLevel(level, zone) {
  const [top, height] = [Number(level.dataset.top), Number(level.dataset.height)];
  const share = (number) => (zone?.applicable ? Math.min(number / zone.applicable, 1) : 0);
  const doing = share(zone?.doing ?? 0);
  const [from, size] = level.dataset.level === "doing" ? [0, doing] : [doing, Math.min(share(zone?.ambition ?? 0), 1 - doing)];
  level.setAttribute("y", top + height * (1 - from - size));
  level.setAttribute("height", height * size);
}

function paintLabel(label, zone, current) {
  label.classList.toggle("current", label.dataset.label === current);
  const isApplicable = (zone?.applicable ?? 0) > 0;
  const counts = label.querySelector(".scene-counts");
  show(counts, isApplicable);
  show(label.querySelector(".scene-nothing"), !isApplicable);
  const [doing, ambition] = counts.querySelectorAll("text");
  say(doing, zone?.doing ?? 0);
  say(ambition, zone?.ambition ?? 0);
}

function say(element, number) {
  if (element.textContent !== String(number)) element.textContent = number;
}

function show(element, isShown) {
  // Most of the picture stays as it is; what is not touched is not drawn again.
  if (!element || isShown !== element.hasAttribute("display")) return;
  if (isShown) element.removeAttribute("display");
  else element.setAttribute("display", "none");
}
