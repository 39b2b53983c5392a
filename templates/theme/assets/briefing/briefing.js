// Small helpers; every page reads the same without them. No request to anywhere, no text of its own:
// the words of its buttons come from the page.
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
  const name = sentence ? document.querySelector("h1") : proof.querySelector(".bf-context__source");
  event.clipboardData.setData("text/plain", `${text}\n${name?.textContent.trim() ?? document.title}\n${address}`);
  event.preventDefault();
});
