// The search page of the offline copy: an index as a plain script, each word anywhere in a passage.
// Texts in the index are HTML-escaped; they are shown as text, never as HTML.
"use strict";
(() => {
  const box = document.getElementById("bf-search");
  const say = (name) => box.querySelector(`[data-say=${name}]`).textContent;
  const root = new URL(box.dataset.root || "./", location.href);
  const plain = (text) => new DOMParser().parseFromString(text, "text/html").documentElement.textContent;
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const rows = window.briefingIndex.map((row) => {
    const title = plain(row.title);
    const text = plain(row.text);
    return { url: row.url, title, text, folded: fold(`${title} ${text}`) };
  });
  // What tells of something comes before what lists it, as in the index with facets.
  const leads = (row) => /^(sources|actors|stories)\/[^#]/.test(row.url);
  // A stretch of a text around a word, which begins and ends where words do.
  const excerpt = (text, word) => {
    const hit = Math.max(0, fold(text).indexOf(word));
    const near = Math.max(0, hit - 80);
    const from = near && Math.min(hit, text.indexOf(" ", near) + 1);
    const end = from + 240 < text.length ? text.lastIndexOf(" ", from + 240) : text.length;
    const to = end > hit ? end : text.length;
    return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  };
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const input = make("input", { type: "search", id: "bf-q", className: "bf-search__input" });
  const label = make("label", { htmlFor: "bf-q", className: "bf-note", textContent: say("label") });
  const status = make("p", { className: "bf-meta" });
  status.setAttribute("role", "status");
  const list = make("ol", { className: "bf-results" });
  box.append(label, input, status, list);
  const show = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    list.replaceChildren();
    status.textContent = "";
    if (!words.length) return;
    const hits = rows.filter((row) => words.every((word) => row.folded.includes(word)));
    const found = [...hits.filter(leads), ...hits.filter((row) => !leads(row))];
    status.textContent = found.length ? `${say("found")} ${found.length}` : say("none");
    for (const row of found.slice(0, 50)) {
      const link = make("a", { href: new URL(row.url, root), textContent: row.title || row.url });
      const line = make("p", { className: "bf-line", textContent: excerpt(row.text, words[0]) });
      list.append(make("li", {}, make("h2", { className: "bf-results__title" }, link), line));
    }
  };
  input.addEventListener("input", show);
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") ?? asked.get("query") ?? "";
  show();
})();
