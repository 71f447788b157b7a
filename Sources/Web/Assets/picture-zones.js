// A rectangle for each theme on the picture: drag it, drag its corner, or draw it anew. It only fills in the numbers below,
// which can be typed as well.

const frame = document.querySelector("[data-zones]");
const fields = [...document.querySelectorAll("fieldset[data-zone]")];
const layer = document.createElementNS("http://www.w3.org/2000/svg", "svg");
const make = (name) => layer.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name));
const inputs = (field) => [...field.querySelectorAll("input")];
const grip = 2.5;

layer.classList.add("zone-layer");
layer.setAttribute("viewBox", "0 0 100 100");
layer.setAttribute("preserveAspectRatio", "none");
layer.setAttribute("aria-hidden", "true");
frame.append(layer);

const zones = fields.map((field) => ({ field, box: make("rect"), grip: make("rect") }));
for (const zone of zones) zone.grip.classList.add("grip");
let chosen = zones.find((zone) => !valuesOf(zone)) ?? zones[0];

// null while it is not filled in.
function valuesOf({ field }) {
  const values = inputs(field).map((input) => Number(input.value.replace(",", ".") || NaN));
  return values.every(Number.isFinite) && values[2] > 0 && values[3] > 0 ? values : null;
}

function show() {
  for (const zone of zones) {
    const values = valuesOf(zone);
    for (const shape of [zone.box, zone.grip]) {
      if (values) shape.removeAttribute("display");
      else shape.setAttribute("display", "none");
    }
    zone.field.classList.toggle("chosen", zone === chosen);
    zone.box.classList.toggle("chosen", zone === chosen);
    if (!values) continue;
    const [x, y, width, height] = values;
    set(zone.box, { x, y, width, height });
    set(zone.grip, { x: x + width - grip, y: y + height - grip, width: grip, height: grip });
  }
}

function set(shape, values) {
  for (const [name, value] of Object.entries(values)) shape.setAttribute(name, value);
}

function fillIn(zone, values) {
  inputs(zone.field).forEach((input, index) => { input.value = (Math.round(values[index] * 10) / 10).toFixed(1); });
  show();
}

function place(event) {
  const { left, top, width, height } = layer.getBoundingClientRect();
  const inside = (value) => Math.min(Math.max(value, 0), 100);
  return [inside(((event.clientX - left) / width) * 100), inside(((event.clientY - top) / height) * 100)];
}

layer.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  layer.setPointerCapture(event.pointerId);
  const [startX, startY] = place(event);
  const zone = zones.find((one) => one.box === event.target || one.grip === event.target);
  if (zone) chosen = zone;
  const before = valuesOf(chosen);
  const isGrip = zone?.grip === event.target;
  show();
  const move = (now) => {
    const [x, y] = place(now);
    const [dx, dy] = [x - startX, y - startY];
    if (isGrip) fillIn(chosen, [before[0], before[1], Math.max(before[2] + dx, 1), Math.max(before[3] + dy, 1)]);
    else if (zone) fillIn(chosen, [before[0] + dx, before[1] + dy, before[2], before[3]]);
    else if (Math.abs(dx) > 1 && Math.abs(dy) > 1) fillIn(chosen, [Math.min(x, startX), Math.min(y, startY), Math.abs(dx), Math.abs(dy)]);
  };
  const end = () => {
    layer.removeEventListener("pointermove", move);
    // After drawing one, the next that has no place yet.
    if (!zone && valuesOf(chosen)) chosen = zones.find((one) => !valuesOf(one)) ?? chosen;
    show();
  };
  layer.addEventListener("pointermove", move);
  layer.addEventListener("pointerup", end, { once: true });
  layer.addEventListener("pointercancel", end, { once: true });
});

for (const zone of zones) {
  zone.field.addEventListener("focusin", () => { chosen = zone; show(); });
  zone.field.addEventListener("click", () => { chosen = zone; show(); });
  zone.field.addEventListener("input", show);
}
show();
