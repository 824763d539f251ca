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

// The ledger's proof, computed again by the reader's own machine: RFC 9162, section 2.1.3.2.
async function verify(section) {
  const [position, size] = [section.dataset.position, section.dataset.size];
  const [entries, proof] = await Promise.all([
    fetch(`/api/v1/ledger/entries?start=${position}`).then(answer => answer.json()),
    fetch(`/api/v1/ledger/proofs/inclusion?position=${position}&size=${size}`).then(answer => answer.json()),
  ]);
  const decode = text => Uint8Array.from(atob(text), character => character.charCodeAt(0));
  const hash = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(parts.flatMap(part => [...part]))));
  let [own, last] = [BigInt(position) - 1n, BigInt(size) - 1n];
  let node = await hash([0], new TextEncoder().encode(entries.items[0].payload));
  for (const sibling of proof.hashes.map(decode)) {
    if (last === 0n) return false;
    if (own % 2n === 1n || own === last) {
      node = await hash([1], sibling, node);
      while (own % 2n === 0n && own !== 0n) [own, last] = [own >> 1n, last >> 1n];
    } else {
      node = await hash([1], node, sibling);
    }
    [own, last] = [own >> 1n, last >> 1n];
  }
  const root = btoa(String.fromCharCode(...node));
  return last === 0n && root === document.querySelector("#checkpoint ~ pre").textContent.split("\n")[2];
}

for (const button of document.querySelectorAll("[data-does=verify]")) {
  if (!window.crypto?.subtle) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = button.parentElement.querySelector("output");
    told.textContent = "…";
    try {
      told.textContent = await verify(button.closest(".proof"))
        ? "Your browser came to the root in the checkpoint."
        : "Your browser came to another root: do not believe this ledger.";
    } catch {
      told.textContent = "The entry could not be fetched. Try again.";
    }
  });
}

// A text can be dropped, and a long one shows how far it was sent. Without a script the same form does the same work.
function ready(page) {
  for (const form of page.querySelectorAll("form[data-does=read]")) readyForm(form);
}

function readyForm(form) {
  const [field, file, bar] = [form.querySelector("textarea"), form.querySelector("[type=file]"), form.querySelector("progress")];
  for (const kind of ["dragover", "dragleave", "drop"]) {
    field.addEventListener(kind, event => {
      event.preventDefault();
      field.classList.toggle("dropping", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length > 0) file.files = event.dataTransfer.files;
    });
  }
  form.addEventListener("submit", event => {
    if (event.submitter?.formAction && new URL(event.submitter.formAction).pathname !== "/try") return;
    event.preventDefault();
    const sending = new XMLHttpRequest();
    bar.hidden = false;
    sending.upload.addEventListener("progress", ({ loaded, total }) => { bar.value = loaded / total; });
    sending.upload.addEventListener("load", () => bar.removeAttribute("value"));
    sending.addEventListener("error", () => tell(form, "The connection was lost, and nothing was read. What you typed is still here: try again."));
    sending.addEventListener("load", () => {
      const answer = new DOMParser().parseFromString(sending.responseText, "text/html").querySelector("main");
      if (!answer) return tell(form, "The service did not answer with a page. What you typed is still here: try again.");
      document.querySelector("main").replaceWith(answer);
      ready(answer);
      (answer.querySelector("#read") ?? answer.querySelector("[role=alert]"))?.scrollIntoView();
    });
    sending.open("POST", form.action);
    sending.setRequestHeader("Accept", "text/html");
    sending.send(new FormData(form));
  });
}

function tell(form, words) {
  form.querySelector("progress").hidden = true;
  let told = form.parentElement.querySelector("[role=alert]");
  if (!told) {
    told = Object.assign(document.createElement("p"), { className: "error" });
    told.setAttribute("role", "alert");
    form.before(told);
  }
  told.textContent = words;
}

ready(document);
