// How circular a company is, counted as the server counts it (SheetResult in Swift).
// `marks` maps the code of an activity to the set of its marks.

const none = new Set();

// What is on the printed sheet counts, and of the rest what was talked about.
export const isCounted = (activity, marks) => activity.isCore || (marks.get(activity.code) ?? none).size > 0;

export function count(activities, marks) {
  const sum = { doing: 0, ambition: 0, both: 0, notApplicable: 0, unknown: 0, counted: 0 };
  for (const activity of activities) {
    if (!isCounted(activity, marks)) continue;
    const own = marks.get(activity.code) ?? none;
    sum.counted += 1;
    if (own.has("doing")) sum.doing += 1;
    if (own.has("ambition")) sum.ambition += 1;
    if (own.has("doing") && own.has("ambition")) sum.both += 1;
    if (own.has("not-applicable")) sum.notApplicable += 1;
    if (own.has("unknown")) sum.unknown += 1;
  }
  return { ...sum, applicable: sum.counted - sum.notApplicable, wanted: sum.ambition - sum.both };
}
