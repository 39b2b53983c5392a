// Before anything is drawn: the page knows from the first that scripts run, and whether the address
// chooses from a list, so that nothing moves when the others come. Then what Material keeps in the
// browser, as Material's own pages have it in each of them; here it is fetched once for all pages.
document.documentElement.classList.replace("no-js", "js");
if (location.search) document.documentElement.classList.add("bf-asked");
var __md_scope = new URL(document.querySelector("meta[name=briefing-root]").content, location);
var __md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
var __md_get = (key, store = localStorage, scope = __md_scope) => JSON.parse(store.getItem(`${scope.pathname}.${key}`));
var __md_set = (key, value, store = localStorage, scope = __md_scope) => {
  try {
    store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // a browser that keeps nothing
  }
};

// The colours that the reader has chosen, as soon as the page has the choices.
var __md_palette = () => {
  const palette = __md_get("__palette");
  if (!palette?.color) return;
  if (palette.color.media === "(prefers-color-scheme)") {
    const scheme = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${scheme})']`);
    for (const name of ["media", "scheme", "primary", "accent"]) {
      palette.color[name] = input.getAttribute(`data-md-color-${name}`);
    }
  }
  for (const [name, value] of Object.entries(palette.color)) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
};
