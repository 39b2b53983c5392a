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
