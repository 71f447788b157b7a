// Shows only the choices that belong to the chosen role.

for (const form of document.querySelectorAll("form")) {
  const limited = form.querySelectorAll("[data-for-role]");
  if (limited.length === 0) continue;
  const update = () => {
    const role = form.querySelector("[name=rol]:checked")?.value;
    for (const part of limited) {
      part.hidden = !part.dataset.forRole.split(" ").includes(role);
      if (!part.hidden && "open" in part) part.open = true;
    }
  };
  form.addEventListener("change", update);
  update();
}
