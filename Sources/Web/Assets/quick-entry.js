// A paper sheet typed in with one digit for each line. Each answer is sent at once, as ticks; the form is for who has no
// script, and sends the same once more at the end.

import { identifier } from "./identifier.js";
import { makeQueue } from "./tick-queue.js";

const answers = [[], ["doing"], ["ambition"], ["doing", "ambition"], ["not-applicable"], ["unknown"]];
const form = document.getElementById("overtypen");
const rows = [...form.querySelectorAll("[data-activity]")];
const queue = makeQueue(document.querySelector(".talk[data-ticks]").dataset.ticks);

const choices = (row) => [...row.querySelectorAll("input[type=radio]")];
const chosen = (row) => Math.max(choices(row).findIndex((choice) => choice.checked), 0);
const standing = new Map(rows.map((row) => [row, chosen(row)]));

// What was typed before a reload and did not reach the server yet.
for (const { activity, mark, isOn } of queue.waiting()) {
  const row = rows.find((item) => item.dataset.activity === activity);
  if (!row) continue;
  const marks = new Set(answers[standing.get(row)]);
  isOn ? marks.add(mark) : marks.delete(mark);
  const index = answers.findIndex((own) => own.length === marks.size && own.every((item) => marks.has(item)));
  if (index < 0) continue;
  standing.set(row, index);
  choices(row)[index].checked = true;
}

function save(row) {
  const [before, after] = [answers[standing.get(row)], answers[chosen(row)]];
  standing.set(row, chosen(row));
  const moment = Date.now();
  const tap = (mark, isOn) => ({ id: identifier(moment), activity: row.dataset.activity, mark, isOn, madeAt: moment });
  const taps = [
    ...before.filter((mark) => !after.includes(mark)).map((mark) => tap(mark, false)),
    ...after.filter((mark) => !before.includes(mark)).map((mark) => tap(mark, true)),
  ];
  if (taps.length) queue.add(taps);
  for (const place of document.querySelectorAll("[data-tally]")) {
    place.textContent = rows.filter((item) => answers[chosen(item)].includes(place.dataset.tally)).length;
  }
}

function enter(row) {
  if (!row) return;
  choices(row)[chosen(row)].focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

form.addEventListener("change", (event) => {
  const row = event.target.closest("[data-activity]");
  if (row) save(row);
});

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("a, button, summary")) return;
  const here = rows.indexOf(event.target.closest("[data-activity]"));
  if (/^[0-5]$/.test(event.key)) {
    // Whoever begins to type without having chosen a line begins at the top.
    const row = rows[Math.max(here, 0)];
    event.preventDefault();
    choices(row)[Number(event.key)].checked = true;
    save(row);
    enter(rows[Math.max(here, 0) + 1] ?? row);
  } else if (here >= 0 && ["ArrowDown", "Enter", "ArrowUp", "Backspace"].includes(event.key)) {
    event.preventDefault();
    enter(rows[here + (["ArrowDown", "Enter"].includes(event.key) ? 1 : -1)]);
  }
});

queue.send();
