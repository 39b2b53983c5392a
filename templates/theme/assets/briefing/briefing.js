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

// Filters that live in the address, so that what one sees can be passed on.
for (const facets of document.querySelectorAll(".bf-facets[data-list]")) {
  const list = document.getElementById(facets.dataset.list);
  const status = facets.querySelector("[role=status]");
  const links = [...facets.querySelectorAll("a[data-facet-id]")];
  const facetOf = (link) => link.closest("[data-facet]").dataset.facet;
  const show = () => {
    const chosen = new URLSearchParams(location.search);
    const wanted = new Map();
    for (const link of links) {
      const on = chosen.getAll(facetOf(link)).includes(link.dataset.facetId);
      if (on) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      if (on) wanted.set(facetOf(link), [...(wanted.get(facetOf(link)) ?? []), link.dataset.facetValue]);
    }
    let left = 0;
    for (const item of list.querySelectorAll("[data-item]")) {
      const fits = [...wanted].every(([facet, values]) =>
        (item.dataset[facet] ?? "").split(" ").some((value) => values.includes(value)));
      item.hidden = !fits;
      left += fits ? 1 : 0;
    }
    for (const section of list.querySelectorAll("section")) {
      section.hidden = !section.querySelector("[data-item]:not([hidden])");
    }
    if (status) status.hidden = left > 0;
  };
  facets.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-facet-id]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const query = new URLSearchParams(location.search);
    const facet = facetOf(link);
    const values = query.getAll(facet);
    const others = values.filter((value) => value !== link.dataset.facetId);
    query.delete(facet);
    const next = others.length < values.length ? others : [...values, link.dataset.facetId];
    for (const value of next) query.append(facet, value);
    history.pushState(null, "", query.size ? `?${query}` : location.pathname);
    show();
  });
  addEventListener("popstate", show);
  show();
}

// A table of exactly what the filter shows: the rows of the whole table whose id is in view.
const readTable = (text) => {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1);
};
const writeTable = (rows) => rows.map((row) => row.map((cell) =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join(",")).join("\r\n") + "\r\n";

for (const link of document.querySelectorAll("a[data-csv]")) {
  link.addEventListener("click", async (event) => {
    const list = document.getElementById(link.closest("[data-list]").dataset.list);
    const items = [...list.querySelectorAll("[data-item]")];
    if (items.every((item) => !item.hidden) || !list.querySelector("[data-item]")) return;
    event.preventDefault();
    const ids = new Set(items.filter((item) => !item.hidden).map((item) => item.dataset.item));
    const answer = await fetch(link.href);
    const [head, ...rows] = readTable((await answer.text()).replace(/^\ufeff/, ""));
    const table = writeTable([head, ...rows.filter((row) => ids.has(row[0]))]);
    const address = URL.createObjectURL(new Blob(["\ufeff", table], { type: "text/csv" }));
    const away = Object.assign(document.createElement("a"), { href: address, download: link.dataset.csv });
    away.click();
    URL.revokeObjectURL(address);
  });
}

// Words that are copied carry the address of the passage that they stand in.
document.addEventListener("copy", (event) => {
  const selection = getSelection();
  const text = selection?.toString().trim();
  const at = selection?.anchorNode?.parentElement?.closest(".bf-sentence[id]");
  if (!text || !at || text.length < 12) return;
  const address = new URL(`#${at.id}`, location.href);
  address.search = "";
  event.clipboardData.setData("text/plain", `${text}\n${document.title}\n${address}`);
  event.preventDefault();
});
