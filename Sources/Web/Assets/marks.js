// What can be said about an activity, as the server has it (Mark in Swift).

const answers = new Set(["doing", "ambition"]);

// Doing and ambition go together; every other pair contradicts.
export const excludes = (one, other) => one !== other && !(answers.has(one) && answers.has(other));

// What one press does: the taps it makes, first those that take back what contradicts.
export function taps(standing, mark) {
  const isOn = !standing.has(mark);
  const taken = isOn ? [...standing].filter((other) => excludes(mark, other)) : [];
  return [...taken.map((other) => ({ mark: other, isOn: false })), { mark, isOn }];
}

// The marks after those taps.
export function tapped(standing, list) {
  const after = new Set(standing);
  for (const { mark, isOn } of list) isOn ? after.add(mark) : after.delete(mark);
  return after;
}
