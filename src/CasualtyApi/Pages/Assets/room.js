// What a reader gains by a script: pages read and work without it.
"use strict";

// A document opened at its words: "#char=878,931" lights up every marked stretch inside them.
function showWords() {
  for (const mark of document.querySelectorAll(".mark.target")) mark.classList.remove("target");
  const asked = /^#char=(\d+),(\d+)$/.exec(decodeURIComponent(location.hash));
  if (!asked) return;
  const [start, end] = [Number(asked[1]), Number(asked[2])];
  const inside = [...document.querySelectorAll(".words .mark[data-span]")].filter(mark => {
    const [from, to] = mark.dataset.span.split(",").map(Number);
    return from < end && to > start;
  });
  for (const mark of inside) mark.classList.add("target");
  if (inside.length === 0) return;
  inside[0].scrollIntoView({ block: "center" });
  const claim = inside.flatMap(mark => mark.dataset.marks.split(" ")).find(card => card.startsWith("claim-"));
  choose(claim ?? inside[0].dataset.marks.split(" ")[0], false);
}

// A chosen mark opens its card beside the text, and the text stays where it is.
function choose(id, focuses) {
  const card = document.getElementById(id);
  if (!card) return;
  for (const chosen of document.querySelectorAll(".chosen")) chosen.classList.remove("chosen");
  card.classList.add("chosen");
  for (const mark of document.querySelectorAll(`.mark[data-marks~="${CSS.escape(id)}"]`)) mark.classList.add("chosen");
  const list = card.closest(".cards");
  if (list && getComputedStyle(list).position === "sticky") {
    // Twice: cards that come into view for the first time get their true height by it.
    for (let turn = 0; turn < 2; turn++) list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - 12;
    if (focuses) card.focus({ preventScroll: true });
  } else if (focuses) {
    card.scrollIntoView();
    card.focus({ preventScroll: true });
  }
}

document.addEventListener("click", event => {
  const mark = event.target.closest(".words .mark");
  if (!mark || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const id = mark.getAttribute("href").slice(1);
  history.replaceState(null, "", "#" + id);
  choose(id, true);
});

// Escape leads from a card back to its words.
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const card = event.target.closest?.(".card, .said");
  const mark = card && document.querySelector(`.words .mark[data-marks~="${CSS.escape(card.id)}"]`);
  mark?.focus();
});

window.addEventListener("hashchange", showWords);
if (document.querySelector(".words")) showWords();
