// The search page: Pagefind's index with facets, all of it in the address (?q=…&Page=…). Its words
// come from the page; results are put together as text, never as HTML.
const box = document.getElementById("bf-search");
const say = (name) => box.querySelector(`[data-say=${name}]`).textContent;
const root = new URL(box.dataset.root || "./", location.href);
const PAGE = 10;

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// An excerpt marks its hits with <mark>; everything else in it is taken as text.
const excerpt = (html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", { className: "bf-quotation", textContent: node.textContent })
      : document.createTextNode(node.textContent));
};

const input = make("input", { type: "search", id: "bf-q", className: "bf-search__input", autocomplete: "off" });
const label = make("label", { htmlFor: "bf-q", className: "bf-note", textContent: say("label") });
const facets = make("div", { className: "bf-search__facets" });
const status = make("p", { className: "bf-meta" });
status.setAttribute("role", "status");
const list = make("ol", { className: "bf-results" });
const more = make("button", { type: "button", className: "bf-more-button", textContent: say("more"), hidden: true });
const form = make("form", { role: "search" }, label, input);
form.addEventListener("submit", (event) => event.preventDefault());
box.append(form, make("div", { className: "bf-search__columns" }, facets,
  make("div", { className: "bf-search__found" }, status, list, more)));

// Arrow keys go from the field to the results and through them.
box.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.type === "checkbox") return;
  const stops = [input, ...list.querySelectorAll(".bf-results__title a")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

const query = new URLSearchParams(location.search);
input.value = query.get("q") ?? "";
const chosen = new Map();
for (const [name, value] of query) {
  if (name !== "q") chosen.set(name, [...(chosen.get(name) ?? []), value]);
}

const remember = () => {
  const next = new URLSearchParams();
  if (input.value) next.set("q", input.value);
  for (const [name, values] of chosen) for (const value of values) next.append(name, value);
  history.replaceState(null, "", next.size ? `?${next}` : location.pathname);
};

const local = (url) => {
  const address = new URL(url.replace(/^\//, ""), root);
  if (input.value) address.searchParams.set("hit", input.value);
  return address;
};

const result = (data) => {
  const title = make("a", { href: local(data.url), textContent: data.meta.title ?? data.url });
  const item = make("li", {}, make("h2", { className: "bf-results__title" }, title));
  const parts = data.sub_results?.length ? data.sub_results.slice(0, 3) : [data];
  for (const part of parts) {
    const line = make("p", { className: "bf-line" }, ...excerpt(part.excerpt));
    if (part.url !== data.url) {
      line.prepend(make("a", { href: local(part.url), className: "bf-note", textContent: part.title }), " ");
    }
    item.append(line);
  }
  return item;
};

const drawFacets = (filters, search) => {
  facets.replaceChildren();
  for (const [name, values] of Object.entries(filters)) {
    const shown = Object.entries(values)
      .filter(([value, count]) => count > 0 || chosen.get(name)?.includes(value))
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 12);
    if (!shown.length) continue;
    const group = make("fieldset", {}, make("legend", { textContent: name }));
    for (const [value, count] of shown) {
      const tick = make("input", { type: "checkbox", checked: chosen.get(name)?.includes(value) ?? false });
      tick.addEventListener("change", () => {
        const others = (chosen.get(name) ?? []).filter((v) => v !== value);
        chosen.set(name, tick.checked ? [...others, value] : others);
        search();
      });
      group.append(make("label", {}, tick, ` ${value} `, make("span", { className: "bf-num", textContent: count })));
    }
    facets.append(group);
  }
};

// A volume of a larger site asks the indexes of the others, too, which the front lists. One that
// cannot be had, because the volume stands alone, is left out.
const volumes = document.getElementById("bf-volumes")?.dataset;

const named = (name) => ({ mergeFilter: { [volumes.facet]: [name] } });

const ask = async (pagefind) => {
  const front = new URL(volumes.front || "./", root);
  let others = [];
  try {
    const answer = await fetch(new URL("data/volumes.json", front));
    if (answer.ok) others = await answer.json();
  } catch { /* a volume without its front */ }
  await Promise.all(others.filter((other) => other.id !== volumes.volume).map(async (other) => {
    const bundle = new URL(`${encodeURIComponent(other.id)}/pagefind/`, front);
    const found = await fetch(new URL("pagefind-entry.json", bundle), { method: "HEAD" }).catch(() => null);
    if (!found?.ok) return;
    await pagefind.mergeIndex(bundle.href, { baseUrl: `/${volumes.front}${other.id}/`, ...named(other.label) });
  }));
};

// What tells of something comes before what lists it: sources, actors and stories lead, topics and lists follow.
const first = [...box.querySelectorAll("[data-say=first]")].map((element) => element.textContent);
const lookUp = async (pagefind, asked, filters) => {
  const found = await pagefind.search(asked || null, { filters });
  if (!asked || filters[say("type")]) return found;
  const telling = await pagefind.search(asked, { filters: { ...filters, [say("type")]: { any: first } } });
  const leading = new Set(telling.results.map((result) => result.id));
  return { ...found, results: [...telling.results, ...found.results.filter((result) => !leading.has(result.id))] };
};

const start = async () => {
  let pagefind;
  try {
    pagefind = await import(new URL("pagefind/pagefind.js", root));
    await pagefind.options({ baseUrl: "/", highlightParam: null });
    await pagefind.init();
    if (volumes?.volume) await pagefind.options(named(volumes.name));
    if (volumes) await ask(pagefind);
  } catch {
    status.textContent = say("missing");
    form.hidden = true;
    return;
  }
  const every = await pagefind.filters();
  let turn = 0;
  const search = async () => {
    remember();
    turn += 1;
    const mine = turn;
    const filters = Object.fromEntries(
      [...chosen].filter(([, values]) => values.length).map(([name, values]) => [name, { any: values }]));
    const asked = input.value.trim();
    if (!asked && !Object.keys(filters).length) {
      list.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      drawFacets(every, search);
      return;
    }
    const found = await lookUp(pagefind, asked, filters);
    if (mine !== turn) return;
    list.replaceChildren();
    status.textContent = found.results.length ? `${say("found")} ${found.results.length}` : say("none");
    drawFacets(found.filters ?? every, search);
    let at = 0;
    const next = async () => {
      const part = await Promise.all(found.results.slice(at, at + PAGE).map((r) => r.data()));
      if (mine !== turn) return;
      at += PAGE;
      list.append(...part.map(result));
      more.hidden = at >= found.results.length;
    };
    more.onclick = next;
    await next();
  };
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  await search();
  if (!input.value) input.focus();
};

start();
