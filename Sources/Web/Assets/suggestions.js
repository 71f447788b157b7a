// Which initiatives fit a company: the rules of the server (Suggestions in Swift), for where there is no network.
// Tests/Cases/suggestions.json holds both to the same answers. `programme` has areas, sectors, sheet, needs and
// initiatives as the server encodes them; `facts` has sets for doing, ambition and needs.

const sizes = ["1", "2-9", "10-19", "20-49", "50-99", "100+"];
const longest = 3;

export function suggest(programme, facts) {
  const suggested = [];
  const leftOut = [];
  for (const initiative of programme.initiatives) {
    const reasons = reasonsFor(initiative, programme, facts);
    const score = reasons.reduce((sum, reason) => sum + reason.points, 0);
    const why = obstacle(initiative, reasons, programme, facts);
    if (why) leftOut.push({ initiative: initiative.code, score, why });
    else suggested.push({ initiative: initiative.code, score, reasons, toBeConfirmed: initiative.certainty === "low" });
  }
  return { suggested: suggested.sort(bestFirst), leftOut: leftOut.sort(bestFirst) };
}

const bestFirst = (one, other) =>
  other.score - one.score || (one.initiative < other.initiative ? -1 : one.initiative > other.initiative ? 1 : 0);

function reasonsFor(initiative, programme, facts) {
  return initiative.suggestWhen
    .map((rule) => [rule, evidence(rule.when, programme, facts)])
    .filter(([, found]) => found)
    .map(([rule, found]) => ({ points: rule.weight, text: filled(rule.because, programme, found) }))
    .sort((one, other) => other.points - one.points);
}

function obstacle(initiative, reasons, programme, facts) {
  if (initiative.validUntil < facts.today) return { kind: "expired", on: initiative.validUntil };
  if (initiative.areas.length) {
    if (!facts.municipality) return { kind: "areaUnknown", areas: initiative.areas };
    if (!initiative.areas.some((area) => isIn(facts.municipality, area, programme))) {
      return { kind: "area", areas: initiative.areas };
    }
  }
  if (initiative.sectors.length) {
    if (!facts.sector) return { kind: "sectorUnknown", sectors: initiative.sectors };
    if (!initiative.sectors.includes(facts.sector)) return { kind: "sector", sectors: initiative.sectors };
  }
  for (const rule of initiative.notWhen) {
    const found = evidence(rule.when, programme, facts);
    if (found) return { kind: "excluded", text: filled(rule.because, programme, found) };
  }
  if (!reasons.length) return nearMiss(initiative, programme, facts);
  if (initiative.capacity != null && (facts.taken[initiative.code] ?? 0) >= initiative.capacity) {
    return { kind: "full", capacity: initiative.capacity };
  }
  return null;
}

// Nothing matches; would it have for a company of another size, or for a member?
function nearMiss(initiative, programme, facts) {
  const matches = (change) =>
    initiative.suggestWhen.some((rule) => evidence(rule.when, programme, { ...facts, ...change }));
  const otherSizes = sizes.filter((size) => matches({ size }));
  if (otherSizes.length) return { kind: "size", sizes: otherSizes };
  const sectors = programme.sectors.map((sector) => sector.code).filter((sector) => matches({ sector }));
  if (sectors.length) return { kind: facts.sector ? "sector" : "sectorUnknown", sectors };
  const areas = programme.areas.filter((area) => area.kind === "municipality").map((area) => area.code)
    .filter((municipality) => matches({ municipality }));
  if (areas.length) return { kind: facts.municipality ? "area" : "areaUnknown", areas };
  const member = [true, false].find((isMember) => matches({ isMember }));
  return member === undefined ? { kind: "nothingMatches" } : { kind: "member", isMember: member };
}

const nothing = () => ({ activities: new Set(), needs: new Set() });
const together = (list) => list.reduce((sum, one) => ({
  activities: new Set([...sum.activities, ...one.activities]),
  needs: new Set([...sum.needs, ...one.needs]),
}), nothing());

// Why a condition holds; null when it does not. What is not known about a company never makes one hold.
function evidence(condition, programme, facts) {
  const [[kind, values]] = Object.entries(condition);
  const value = values._0;
  const holds = (isTrue) => (isTrue ? nothing() : null);
  switch (kind) {
    case "all": {
      const parts = value.map((part) => evidence(part, programme, facts));
      return parts.every(Boolean) ? together(parts) : null;
    }
    case "any": {
      const parts = value.map((part) => evidence(part, programme, facts)).filter(Boolean);
      return parts.length ? together(parts) : null;
    }
    case "not": return holds(!evidence(value, programme, facts));
    case "ambition": return ticked(facts.ambition, value, values.atLeast, programme);
    case "doing": return ticked(facts.doing, value, values.atLeast, programme);
    case "need": {
      const asked = value.filter((need) => facts.needs.has(need));
      return asked.length ? { ...nothing(), needs: new Set(asked) } : null;
    }
    case "sector": return holds(facts.sector != null && value.includes(facts.sector));
    case "area": return holds(facts.municipality != null && value.some((area) => isIn(facts.municipality, area, programme)));
    case "size": return holds(facts.size != null && value.includes(facts.size));
    case "member": return holds(facts.isMember === value);
    case "goodExample": return holds(facts.hasShareableExample);
    default: throw new Error(`a condition that this version does not know: ${kind}`);
  }
}

function ticked(ticks, selection, atLeast, programme) {
  const found = programme.sheet.activities.filter((one) => ticks.has(one.code) && isSelected(one, selection));
  return found.length >= atLeast ? { ...nothing(), activities: new Set(found.map((one) => one.code)) } : null;
}

function isSelected(activity, { themes, steps, activities }) {
  if (activities.includes(activity.code)) return true;
  if (!themes.length && !steps.length) return !activities.length;
  return (!themes.length || themes.includes(activity.theme)) && (!steps.length || steps.includes(activity.step));
}

function isIn(area, other, programme) {
  const seen = new Set();
  const waiting = [area];
  while (waiting.length) {
    const next = waiting.pop();
    if (next === other) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(programme.areas.find((one) => one.code === next)?.parents ?? []));
  }
  return false;
}

// MARK: Words, as ReasonText in Swift

function filled(text, programme, found) {
  const activities = programme.sheet.activities.filter((one) => found.activities.has(one.code)).map((one) => one.text);
  const needs = programme.needs.filter((one) => found.needs.has(one.code)).map((one) => one.name);
  const fill = (language, ticked, asked) => text[language]
    .replaceAll("{activities}", () => listed(activities.map((one) => quoted(one[language], language)), language) ?? ticked)
    .replaceAll("{needs}", () => listed(needs.map((one) => inSentence(one[language])), language) ?? asked);
  return { nl: fill("nl", "wat u aankruiste", "hulp"), en: fill("en", "what you ticked", "help") };
}

function listed(items, language) {
  if (!items.length) return null;
  const and = language === "nl" ? "en" : "and";
  if (items.length > longest) {
    const rest = items.length - longest;
    return `${items.slice(0, longest).join(", ")} ${and} ${language === "nl" ? `nog ${rest}` : `${rest} more`}`;
  }
  return items.length === 1 ? items[0] : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1)}`;
}

function quoted(sentence, language) {
  const bare = sentence.endsWith(".") ? sentence.slice(0, -1) : sentence;
  return language === "nl" ? `‘${bare}’` : `“${bare}”`;
}

// Without its capital, unless it is an abbreviation such as "EPD".
function inSentence(name) {
  const second = name[1] ?? "";
  const isUpper = second !== second.toLowerCase() && second === second.toUpperCase();
  return !name || isUpper ? name : name[0].toLowerCase() + name.slice(1);
}
