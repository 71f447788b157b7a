// Dragging an appointment to another day. Without it the link on the card leads to a page where a day is typed.

let dragged = null;

for (const card of document.querySelectorAll(".appointment[draggable=true]")) {
  card.addEventListener("dragstart", (event) => {
    dragged = card;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.innerText);
  });
  card.addEventListener("dragend", () => { dragged = null; });
}

for (const day of document.querySelectorAll(".day:not(.past)")) {
  day.addEventListener("dragover", (event) => {
    if (!dragged || day.contains(dragged)) return;
    event.preventDefault();
    day.classList.add("over");
  });
  day.addEventListener("dragleave", () => day.classList.remove("over"));
  day.addEventListener("drop", (event) => {
    event.preventDefault();
    day.classList.remove("over");
    if (dragged && !day.contains(dragged)) move(dragged, day);
  });
}

async function move(card, day) {
  const form = card.querySelector("form.move");
  form.elements.dag.value = day.dataset.day;
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  }).catch(() => null);
  // Where it did not succeed, the page itself says why.
  if (answer?.ok) location.reload();
  else form.submit();
}
