// Pieces of page that the server made, in the language of the page; only what changes is filled in here.

export const clone = (name) => document.getElementById(`t-${name}`).content.cloneNode(true);

// Puts texts where `data-text` names them. Text, never markup.
export function fill(view, values) {
  for (const [name, value] of Object.entries(values)) {
    for (const place of view.querySelectorAll(`[data-text="${name}"]`)) place.textContent = value;
  }
  return view;
}

export function list(place, items, make) {
  place.replaceChildren(...items.map(make));
}
