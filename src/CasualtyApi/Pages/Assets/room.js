// What a reader gains by a script: pages read and work without it.
"use strict";

// In code points, as every span is counted.
const length = text => [...text].length;

// A document opened at its words: "#char=878,931" lights up every marked stretch inside them, or, where none is, the words themselves.
function showWords() {
  for (const mark of document.querySelectorAll(".mark.target")) mark.classList.remove("target");
  window.CSS.highlights?.delete("asked");
  const asked = /^#char=(\d+),(\d+)$/.exec(location.hash.replace(/%2c/i, ","));
  if (!asked) return;
  const [start, end] = [Number(asked[1]), Number(asked[2])];
  const inside = [...document.querySelectorAll(".words .mark[data-span]")].filter(mark => {
    const [from, to] = mark.dataset.span.split(",").map(Number);
    return from < end && to > start;
  });
  for (const mark of inside) mark.classList.add("target");
  if (inside.length === 0) return showUnmarked(start, end);
  inside[0].scrollIntoView({ block: "center" });

  // What stands at just these characters, else the innermost claim.
  const cards = [...new Set(inside.flatMap(mark => mark.dataset.marks.split(" ")))];
  const claims = cards.filter(card => card.startsWith("claim-"));
  choose([...claims, ...cards].find(card => isAt(card, start, end)) ?? claims.at(-1) ?? cards[0], false);
}

// Words without a mark are found by counting, which is possible where all of the text is shown.
function showUnmarked(start, end) {
  const text = document.querySelector(".words[data-shown=public]");
  if (!text || !window.Highlight) return;
  const [words, nodes] = [document.createRange(), document.createTreeWalker(text, NodeFilter.SHOW_TEXT)];
  const offset = (node, places) => [...node.data].slice(0, places).join("").length;
  let hasBegun = false;
  for (let place = 0; place < end && nodes.nextNode();) {
    const node = nodes.currentNode;
    const next = place + length(node.data);
    if (!hasBegun && start < next) {
      words.setStart(node, offset(node, start - place));
      hasBegun = true;
    }
    if (hasBegun) words.setEnd(node, offset(node, Math.min(end, next) - place));
    place = next;
  }
  if (!hasBegun) return;
  CSS.highlights.set("asked", new Highlight(words));
  window.scrollBy({ top: words.getBoundingClientRect().top - (window.innerHeight / 2) });
}

function isAt(card, start, end) {
  const spans = [...document.querySelectorAll(`.words .mark[data-marks~="${CSS.escape(card)}"]`)].map(mark => mark.dataset.span.split(",").map(Number));
  return Math.min(...spans.map(span => span[0])) === start && Math.max(...spans.map(span => span[1])) === end;
}

// Scrolls a card to the head of its list. Cards that come into view for the first time get their true height with the next frame, so the way is measured again.
function bring(list, card, turns) {
  const way = card.getBoundingClientRect().top - list.getBoundingClientRect().top - 12;
  if (turns === 0 || Math.abs(way) < 1 || !card.classList.contains("chosen")) return;
  list.scrollTop += way;
  requestAnimationFrame(() => bring(list, card, turns - 1));
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
    bring(list, card, 20);
    if (focuses) card.focus({ preventScroll: true });
  } else if (focuses) {
    card.scrollIntoView();
    card.focus({ preventScroll: true });
  }
}

document.addEventListener("click", event => {
  const mark = event.target.closest(".words .mark[href]");
  if (!mark || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const id = mark.getAttribute("href").slice(1);
  history.replaceState(null, "", "#" + id);
  choose(id, true);
});

// Escape leads from a card back to its words.
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const card = event.target.closest?.(".cards :is(.card, .said)");
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

// A form is sent without leaving the page, so that a connection which breaks loses nothing. Without a script the same form does the same work.
document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("[data-does~=send]") || event.submitter?.dataset.does === "file") return;
  event.preventDefault();
  send(form, event.submitter);
});

function send(form, button) {
  const [sending, bar, told] = [new XMLHttpRequest(), form.querySelector("progress"), form.querySelector("[data-does=progress]")];
  const buttons = [...form.querySelectorAll("button")];
  const lose = words => {
    if (bar) [bar.hidden, told.textContent] = [true, ""];
    for (const other of buttons) other.disabled = false;
    tell(form, `${words} What you typed is still here.`);
  };
  const body = new FormData(form);
  const sent = new URL(button?.hasAttribute("formaction") ? button.formAction : form.action);
  const field = form.querySelector("[type=file][data-most]");
  const file = field?.files[0];
  if (file && file.size > field.dataset.most) {
    return lose(`${file.name} is larger than ${Math.floor(field.dataset.most / 2 ** 20)} MiB, the most that is read. Copy the part with the article, and paste that.`);
  }
  for (const other of buttons) other.disabled = true;
  if (bar) {
    [bar.hidden, told.textContent] = [false, "Sending the text"];
    sending.upload.addEventListener("progress", ({ loaded, total }) => { bar.value = loaded / total; });
    sending.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      told.textContent = "It has arrived, and is being read";
    });
    sending.addEventListener("progress", () => { told.textContent = "It is read, and its marks are on their way"; });
  }
  sending.addEventListener("error", () => lose("The connection was lost, and whether this arrived is not known. Try again: sent twice, it is done once."));
  sending.addEventListener("load", () => {
    const answer = new DOMParser().parseFromString(sending.responseText, "text/html");
    if (!answer.querySelector("main h1")) return lose("The service did not answer with a page.");
    if (answer.querySelector("main > .refused")) return lose(answer.querySelector(".refused .lead").textContent);
    const [here, went] = [new URL(location), new URL(sending.responseURL)];
    const isElsewhere = went.pathname !== sent.pathname && went.pathname !== here.pathname;
    if (isElsewhere) return location.assign(went);
    if (went.pathname === here.pathname) history.replaceState(null, "", went);
    show(answer, form);
  });
  sending.open("POST", sent);
  sending.setRequestHeader("Accept", "text/html");
  sending.send(form.enctype === "multipart/form-data" ? body : new URLSearchParams(body));
}

// An answer takes the place of what was there; what was typed into other forms, and not sent, goes on standing in them.
function show(answer, sent) {
  const main = answer.querySelector("main");
  for (const field of document.querySelectorAll("main form :is(input, select, textarea):not([type=hidden], [type=file])")) {
    if (field.form === sent || !isTyped(field)) continue;
    const choice = field.type === "radio" ? `[value="${CSS.escape(field.value)}"]` : "";
    const same = main.querySelector(`form[action="${field.form.getAttribute("action")}"] [name="${field.name}"]${choice}`);
    if (same) [same.value, same.checked] = [field.value, field.checked];
  }
  document.querySelector("main").replaceWith(main);
  document.title = answer.title;
  const news = main.querySelector("[role=alert], [role=status], #read") ?? main.querySelector("h1");
  news.tabIndex = -1;
  news.focus({ preventScroll: true });
  news.scrollIntoView({ block: "nearest" });
}

function isTyped(field) {
  return field.options ? [...field.options].some(option => option.selected !== option.defaultSelected)
    : field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

function tell(form, words) {
  let told = form.parentElement.querySelector(":scope > [role=alert]");
  if (!told) {
    told = Object.assign(document.createElement("p"), { className: "error" });
    told.setAttribute("role", "alert");
    form.before(told);
  }
  told.textContent = words;
  told.scrollIntoView({ block: "nearest" });
}

// A file can be dropped on the text.
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, event => {
    const field = event.target.closest?.("form[data-does~=send] textarea");
    const file = field?.form.querySelector("[type=file]");
    if (!file || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    field.classList.toggle("dropping", kind === "dragover");
    if (kind !== "drop") return;
    file.files = event.dataTransfer.files;
    readAtOnce(field.form);
  });
}

// A file that is chosen, and a text pasted where none was, are read without a button.
document.addEventListener("change", event => {
  if (event.target.matches("form[data-does~=send] [type=file]") && event.target.files.length > 0) readAtOnce(event.target.form);
});

document.addEventListener("paste", event => {
  const field = event.target.closest?.("form[data-does~=send] textarea[name=text]");
  if (field?.value === "") setTimeout(() => field.value && readAtOnce(field.form));
});

function readAtOnce(form) {
  form.requestSubmit(form.querySelector("button:not([formaction])"));
}

// A claim at review is opened at its words.
document.querySelector("[data-does~=select] .mark.chosen")?.scrollIntoView({ block: "nearest" });

// Words selected in the text become the words of a correction: counted in code points, as every span is.
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const form = document.querySelector("form[data-does~=correct]");
  const text = document.querySelector("[data-does~=select]");
  if (!form || !text || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
  const range = selection.getRangeAt(0);
  const start = placeOf(text, range.startContainer, range.startOffset);
  if (start === null) return;
  const exact = range.toString();
  [form.elements.exact.value, form.elements.start.value, form.elements.end.value] = [exact, start, start + length(exact)];
});

// A mark says where it stands. Between marks places are counted from the text's beginning, which is possible where all of it is shown.
function placeOf(text, node, offset) {
  const mark = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".mark");
  if (!mark && text.dataset.shown !== "public") return null;
  const before = document.createRange();
  before.setStart(mark ?? text, 0);
  before.setEnd(node, offset);
  return (mark ? Number(mark.dataset.span.split(",")[0]) : 0) + length(before.toString());
}

// Other words typed for a correction are looked for where all of the text is shown; the nearest place to where the old ones stood is theirs.
document.addEventListener("change", event => {
  const field = event.target;
  const text = document.querySelector("[data-does~=select][data-shown=public]");
  if (!field.matches("form[data-does~=correct] [name=exact]") || !text) return;
  const { start, end } = field.form.elements;
  const words = text.textContent;
  let nearest = null;
  for (let at = words.indexOf(field.value); field.value && at >= 0; at = words.indexOf(field.value, at + 1)) {
    const place = length(words.slice(0, at));
    if (nearest === null || Math.abs(place - start.value) < Math.abs(nearest - start.value)) nearest = place;
  }
  if (nearest !== null) [start.value, end.value] = [nearest, nearest + length(field.value)];
});
