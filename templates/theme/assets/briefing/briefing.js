// Small helpers. Without them every page reads the same, but that the card behind a whole sentence has
// "…" in the sentence's place. No request to anywhere, no text of its own: the words of its buttons
// come from the page.
"use strict";

// The sentence in context can be sent away with Escape (WCAG 1.4.13).
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const proof of document.querySelectorAll(".bf-proof:hover, .bf-proof:focus-within")) {
    proof.classList.add("bf-proof--away");
    const back = () => proof.classList.remove("bf-proof--away");
    proof.addEventListener("mouseleave", back, { once: true });
    proof.addEventListener("focusout", back, { once: true });
  }
});

// Keep the sentence in context inside the window.
const place = (event) => {
  const proof = event.target.closest?.(".bf-proof");
  const box = proof?.querySelector(".bf-context");
  if (!box) return;
  proof.classList.remove("bf-proof--start");
  // Behind the words themselves the card has only their place.
  const here = box.querySelector(".bf-context__here:not([data-src])");
  if (here) here.textContent = proof.previousElementSibling?.textContent ?? here.textContent;
  if (box.getBoundingClientRect().left < 8) proof.classList.add("bf-proof--start");
};
document.addEventListener("mouseover", place);
document.addEventListener("focusin", place);

// Hits of the search page are marked on arrival, and the first one is brought into view.
const asked = (new URLSearchParams(location.search).get("hit") ?? "").toLowerCase()
  .split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
if (asked.length) {
  const words = asked.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const hit = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})[\\p{L}\\p{N}]*`, "giu");
  const article = document.querySelector(".md-content__inner");
  const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest("svg, .bf-proof, .bf-vh, script")) texts.push(walk.currentNode);
  }
  for (const text of texts) {
    const pieces = [];
    let at = 0;
    for (const match of text.data.matchAll(hit)) {
      const mark = document.createElement("mark");
      mark.className = "bf-hit";
      mark.textContent = match[0];
      pieces.push(text.data.slice(at, match.index), mark);
      at = match.index + match[0].length;
    }
    if (pieces.length) text.replaceWith(...pieces, text.data.slice(at));
  }
  const first = [...article.querySelectorAll("mark.bf-hit")].find((mark) => mark.checkVisibility?.() ?? true);
  if (first && !location.hash) first.scrollIntoView({ block: "center" });
}

// Words that are copied carry their source: its name and the address of the sentence they stand in.
document.addEventListener("copy", (event) => {
  const selection = getSelection();
  const text = selection?.toString().trim();
  const start = selection?.anchorNode;
  const words = (start?.nodeType === Node.TEXT_NODE ? start.parentElement : start)?.closest?.("[data-src]");
  if (!text || text.length < 12 || !words?.contains(selection.focusNode)) return;
  const sentence = words.closest(".bf-sentence[id]");
  const proof = words.parentElement.querySelector(".bf-proof");
  if (!sentence && !proof) return;
  const address = sentence ? new URL(`#${sentence.id}`, location.href) : new URL(proof.querySelector("a").href);
  address.search = "";
  const list = words.closest("ul")?.previousElementSibling; // a list of one source has its name above
  const name = proof?.querySelector(".bf-context__source") ?? list?.querySelector("[data-src]") ?? document.querySelector("h1");
  event.clipboardData.setData("text/plain", `${text}\n${name?.textContent.trim() ?? document.title}\n${address}`);
  event.preventDefault();
});

// Stories that are new or have grown since the last visit: compared in this browser, with what it
// kept itself, and nothing of it is sent. A visit lasts as long as its tab.
const stories = [...document.querySelectorAll("[data-seen]")];
if (stories.length) {
  try {
    const key = `briefing-seen ${document.querySelector(".md-logo").href}`;
    const known = JSON.parse(localStorage.getItem(key));
    const before = JSON.parse(sessionStorage.getItem(key) ?? JSON.stringify(known));
    sessionStorage.setItem(key, JSON.stringify(before));
    const last = Object.values(before ?? {}).map(([, since]) => since).sort().at(-1) ?? "";
    const now = { ...known };
    for (const story of stories) {
      const { seen, count, since = "" } = story.dataset;
      const [had] = before?.[seen] ?? [];
      const isNew = before && had === undefined && since >= last;
      const state = had < Number(count) ? "more" : isNew ? "new" : "";
      if (state) story.querySelector(`[data-say=${state}]`).hidden = false;
      now[seen] = [Number(count), since];
    }
    localStorage.setItem(key, JSON.stringify(now));
  } catch {
    // a browser that keeps nothing marks nothing
  }
}

// A chart is one stop of the keyboard; arrow keys go from one of its places to the next.
for (const chart of document.querySelectorAll("svg.bf-chart")) {
  const places = [...chart.querySelectorAll("a")];
  const rest = (stop) => places.forEach((place) => place.setAttribute("tabindex", place === stop ? "0" : "-1"));
  rest(places[0]);
  chart.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = step && places[places.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    rest(next);
    next.focus();
  });
}

const said = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
const address = () => location.href.split(/[?#]/)[0];
const copy = async (text) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const give = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", give, { capture: true, once: true });
  document.execCommand("copy"); // a page that is opened as a file has no other way
};

// One quotation for the clipboard: its words, its source and the way to its proof; or the way to it alone.
// The page has the line once; each quotation is given its own.
const line = document.querySelector("[data-copy=one]");
for (const card of line ? document.querySelectorAll("article.bf-quotation") : []) {
  (card.querySelector("[data-copy=one]") ?? card.appendChild(line.cloneNode(true))).hidden = false;
}
document.addEventListener("click", async (event) => {
  const asked = event.target.closest?.("[data-copy=one] a");
  if (!asked) return;
  event.preventDefault();
  const card = asked.closest("article");
  const proof = card.querySelector("a.bf-cite");
  const name = said(card.querySelector(".bf-context__source")) || said(document.querySelector("article h1"));
  const place = card.id ? `${address()}#${card.id}` : proof.href;
  const words = [said(card.querySelector("blockquote [data-src]")), name, proof.href].join("\n");
  await copy(asked.dataset.copy === "link" ? place : `${words}\n`);
  asked.parentElement.querySelector("[data-copy=done]").hidden = false;
});

// The page for the clipboard: its title, its leading sentences with their proof, its address.
const tools = document.querySelector("[data-copy=tools]");
if (tools) {
  const title = () => said(document.querySelector("article h1"));
  const lines = () => [...document.querySelectorAll(".bf-lead__line, .bf-takeaways .bf-line, #points ~ ul .bf-line")]
    .map((line) => ({ words: said(line.querySelector("[data-src]")), proof: line.querySelector("a.bf-cite") }))
    .filter((line) => line.words && line.proof)
    .map(({ words, proof }) => ({ words, url: proof.href, name: said(proof).slice(said(proof.querySelector(".bf-vh")).length).trim() }));
  const quiet = (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
  const forms = {
    markdown: () => [`# ${quiet(title())}`, ...lines().map((l) => `> ${quiet(l.words)}\n>\n> [${quiet(l.name)}](${l.url})`), `<${address()}>`].join("\n\n"),
    plain: () => [title(), ...lines().map((l) => `${l.words}\n(${l.name})`), address()].join("\n\n"),
    citation: () => [...[...document.querySelectorAll("[data-copy=cited]")].map(said), address()].join("\n"),
  };
  tools.hidden = false;
  tools.addEventListener("click", async (event) => {
    const form = forms[event.target.closest("a")?.dataset.copy];
    if (!form) return;
    event.preventDefault();
    await copy(`${form()}\n`);
    tools.querySelector("[data-copy=done]").hidden = false;
  });
}
