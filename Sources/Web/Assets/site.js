// Comfort on every page; each page works without it.

const summary = document.querySelector("[data-focus]");
if (summary) summary.focus();
