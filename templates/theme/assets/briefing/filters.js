// Filters of the long lists. They live in the address, so that what one sees can be passed on. A list
// that is split over pages has a file of rows: it is fetched when somebody filters, and then the
// entries from the pages that they stand on. No words of its own: they come from the page.
"use strict";
(() => {
  const PART = 100; // entries that are fetched at once
  const bar = document.querySelector(".bf-facets[data-list]");
  if (!bar) return;
  const list = document.getElementById(bar.dataset.list);
  const whole = [...list.childNodes];
  const hub = new URL(bar.dataset.hub, location.href);
  const more = document.querySelector("a[data-more]");
  const paging = document.querySelector(".bf-paging");
  const say = (name) => bar.querySelector(`[data-say=${name}]`);
  const choices = () => [...bar.querySelectorAll("a[data-facet-id]")];
  const facetOf = (link) => link.closest("[data-facet]").dataset.facet;
  const itemsOf = (nodes) => nodes.flatMap((node) => [...(node.querySelectorAll?.("[data-item]") ?? [])]);
  const idsOf = (item) => item.dataset.item.split(" ");
  const names = [...new Set(choices().map(facetOf))];
  const total = say("count").textContent;
  // A list can be of hundreds of days: they have a field of the browser's own and no choices.
  const days = bar.querySelector("[data-days]");
  const field = days && Object.assign(document.createElement("input"), { type: "date", className: "bf-day" });
  if (field) {
    [field.min, field.max] = days.dataset.days.split("/");
    field.setAttribute("aria-labelledby", "bf-day");
    days.append(field);
  }
  const pages = new Map();
  let rows = null;
  let turn = 0;

  const chosen = () => {
    const query = new URLSearchParams(location.search);
    const known = rows ? rows.facets : [...names, ...itemsOf(whole).flatMap((item) => Object.keys(item.dataset))];
    return new Map([...new Set(known)].filter((name) => name !== "item" && query.has(name))
      .map((name) => [name, query.getAll(name)]));
  };
  const fits = (wanted, valueOf) => [...wanted].every(([name, values]) =>
    (valueOf(name) ?? "").split(" ").some((value) => values.includes(value)));

  const get = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer;
  };
  const getRows = async () => {
    if (bar.dataset.rows && !rows) rows = await (await get(bar.dataset.rows)).json();
  };
  // Another page's list, its links made independent of that page's address.
  const getPage = async (number) => {
    if (!pages.has(number)) {
      const address = new URL(number > 1 ? `page-${number}/` : "./", hub);
      const page = new DOMParser().parseFromString(await (await get(address)).text(), "text/html");
      for (const link of page.querySelectorAll("[href]")) {
        link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
      }
      pages.set(number, page.getElementById(bar.dataset.list));
    }
    return pages.get(number);
  };

  // Put an entry from another page where its like stand: in its section, in its table or list.
  const keyOf = (group) => group.getAttribute("aria-labelledby") ?? group.id;
  const place = (entry, from) => {
    const group = entry.closest("section[aria-labelledby], details[id]");
    const outer = group && from.contains(group) ? group : null;
    const kind = entry.parentElement.tagName.toLowerCase();
    if (!outer) {
      if (!list.querySelector(`:scope > ${kind}`)) list.prepend(document.importNode(entry.parentElement, false));
      list.querySelector(`:scope > ${kind}`).append(document.importNode(entry, true));
      return;
    }
    if (![...list.children].some((child) => keyOf(child) === keyOf(outer))) {
      const empty = document.importNode(outer, true);
      for (const item of empty.querySelectorAll("[data-item]")) item.remove();
      if (empty.matches("details")) empty.open = true;
      list.append(empty);
    }
    const here = [...list.children].find((child) => keyOf(child) === keyOf(outer));
    here.querySelector(kind).append(document.importNode(entry, true));
  };

  const showHere = (wanted) => {
    list.replaceChildren(...whole);
    for (const item of itemsOf(whole)) item.hidden = !fits(wanted, (name) => item.dataset[name]);
    for (const group of list.querySelectorAll("section, details[id], .bf-sheet")) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
      if (wanted.size && group.matches("details")) group.open = true;
    }
    return itemsOf(whole).filter((item) => !item.hidden).flatMap(idsOf);
  };
  const rowsThatFit = (wanted) => rows.rows.filter((row) =>
    fits(wanted, (name) => row[2 + rows.facets.indexOf(name)]));
  const showRows = async (found, mine) => {
    let at = 0;
    const next = async () => {
      const part = found.slice(at, at + PART);
      const from = await Promise.all(part.map(([page]) => getPage(page)));
      if (mine !== turn) return;
      if (at === 0) list.replaceChildren();
      at += part.length;
      part.forEach(([, ids], i) => {
        const entry = from[i].querySelector(`[data-item="${CSS.escape(ids)}"]`);
        if (entry) place(entry, from[i]);
      });
      more.hidden = at >= found.length;
    };
    more.onclick = (event) => {
      event.preventDefault();
      next();
    };
    await next();
  };

  const heldBy = (name) => new Set((rows
    ? rows.rows.map((row) => row[2 + rows.facets.indexOf(name)])
    : itemsOf(whole).map((item) => item.dataset[name] ?? "")).flatMap((values) => values.split(" ")));
  // What is chosen shows in the bar, also a value that is not among the first of a long list; one
  // that the list does not have is the address's alone, and its words are nobody's.
  const mark = (wanted) => {
    for (const [name, values] of wanted) {
      const place = bar.querySelector(`[data-facet="${CSS.escape(name)}"]`);
      const known = choices().filter((link) => facetOf(link) === name).map((link) => link.dataset.facetId);
      const held = heldBy(name);
      for (const value of values.filter((v) => place && !known.includes(v) && held.has(v))) {
        const link = document.createElement("a");
        link.href = `?${new URLSearchParams([[name, value]])}`;
        link.dataset.facetId = value;
        link.textContent = rows?.labels[value] ?? value;
        const entry = document.createElement("li");
        entry.append(link);
        place.append(entry);
      }
    }
    for (const link of choices()) {
      const on = wanted.get(facetOf(link))?.includes(link.dataset.facetId) ?? false;
      if (on) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      if (on && link.closest("details")) link.closest("details").open = true;
    }
    if (field) {
      field.value = wanted.get("day")?.[0] ?? "";
      field.classList.toggle("bf-day--chosen", Boolean(field.value));
    }
    bar.querySelector("[data-clear]").hidden = !wanted.size;
    if (paging) paging.hidden = Boolean(wanted.size && rows);
  };
  const tell = (count, filtered) => {
    say("count").firstElementChild.textContent = filtered ? count : total;
    say("count").hidden = say("shown").hidden = filtered && !count;
    say("of").hidden = !filtered || !count;
    say("none").hidden = !filtered || count > 0;
  };

  const show = async () => {
    turn += 1;
    const mine = turn;
    let split = false;
    say("part").hidden = true;
    if (more) more.hidden = true;
    if (bar.dataset.rows && location.search) {
      try {
        await getRows();
        const found = rowsThatFit(chosen());
        if (mine !== turn) return;
        if (chosen().size) {
          mark(chosen());
          await showRows(found, mine);
          tell(found.reduce((sum, row) => sum + row[1].split(" ").length, 0), true);
          split = true;
        }
      } catch {
        say("part").hidden = false;
      }
    }
    if (split || mine !== turn) return;
    const wanted = chosen();
    mark(wanted);
    tell(showHere(wanted).length, wanted.size > 0);
  };

  const go = (query) => {
    const next = `${bar.dataset.rows ? hub.pathname : location.pathname}${query.size ? `?${query}` : ""}`;
    if (bar.dataset.rows && hub.pathname !== location.pathname) location.assign(next);
    else history.pushState(null, "", next);
    show();
  };

  bar.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-facet-id], a[data-clear]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const query = new URLSearchParams(location.search);
    if (link.dataset.facetId === undefined) {
      for (const name of chosen().keys()) query.delete(name);
    } else {
      const facet = facetOf(link);
      const values = query.getAll(facet);
      const others = values.filter((value) => value !== link.dataset.facetId);
      query.delete(facet);
      for (const value of others.length < values.length ? others : [...values, link.dataset.facetId]) {
        query.append(facet, value);
      }
    }
    go(query);
  });
  if (field) {
    field.addEventListener("change", () => {
      const query = new URLSearchParams(location.search);
      query.delete("day");
      if (field.value) query.append("day", field.value);
      go(query);
    });
  }
  addEventListener("popstate", show);
  show().finally(() => document.documentElement.classList.remove("bf-asked"));

  // A table of exactly what the filter shows: the rows of the whole table whose id is in view.
  const readTable = (text) => {
    const cells = [[]];
    for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
      cells.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      if (end === "\r\n") cells.push([]);
      if (end === "") break;
    }
    return cells.filter((row) => row.length > 1);
  };
  const writeTable = (cells) => cells.map((row) => row.map((cell) =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join(",")).join("\r\n") + "\r\n";
  const only = {
    csv: (text, ids) => {
      const [head, ...body] = readTable(text.replace(/^\ufeff/, ""));
      return `\ufeff${writeTable([head, ...body.filter((row) => ids.has(row[0]))])}`;
    },
    json: (text, ids) => `${JSON.stringify(JSON.parse(text).filter((row) => ids.has(row.id)), null, 1)}\n`,
  };
  const idsInView = async () => {
    await getRows();
    if (rows) return rowsThatFit(chosen()).flatMap((row) => row[1].split(" "));
    return itemsOf(whole).filter((item) => fits(chosen(), (name) => item.dataset[name])).flatMap(idsOf);
  };
  for (const link of bar.querySelectorAll("a[data-table]")) {
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      const kind = link.dataset.table;
      try {
        const ids = new Set(await idsInView());
        const made = only[kind](await (await get(link.href)).text(), ids);
        const address = URL.createObjectURL(new Blob([made], { type: kind === "csv" ? "text/csv" : "application/json" }));
        const name = link.pathname.split("/").at(-1);
        Object.assign(document.createElement("a"), { href: address, download: name }).click();
        URL.revokeObjectURL(address);
      } catch {
        location.assign(link.href); // the whole file, where nothing can be fetched
      }
    });
  }
})();
