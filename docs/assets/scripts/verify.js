/* Verify mode: a switch on chapter pages that tints each sentence by its support. The page is complete without it. */
(() => {
  "use strict";
  const block = document.querySelector(".verify");
  if (!block) return;
  const box = block.querySelector("input");

  let kept = false; // where the browser keeps nothing, the switch works for the page at hand

  const remembered = () => {
    try {
      return localStorage.getItem("verify") === "on";
    } catch {
      return kept;
    }
  };
  const remember = (on) => {
    kept = on;
    try {
      if (on) localStorage.setItem("verify", "on");
      else localStorage.removeItem("verify");
    } catch {
      /* kept is all there is */
    }
  };
  /* What the letters after a sentence say in words: its supports, as the legend names them, and the number of works. */
  const labels = {};
  for (const sample of block.querySelectorAll(".verify__sample:has(.verify__letter)")) {
    labels[sample.querySelector(".verify__letter").textContent] = sample.firstChild.textContent.trim();
  }
  const spell = (claim) => {
    const [letters, number] = claim.dataset.works.split(" ");
    const supports = [...letters].map((letter) => labels[letter]).join(", ");
    claim.dataset.says = ` (${supports}: ${number} ${number === "1" ? "work" : "works"})`;
  };
  const spellOnce = () => document.querySelectorAll(".claim[data-works]:not([data-says])").forEach(spell);

  const show = (on) => {
    if (on) spellOnce();
    box.checked = on;
    document.documentElement.classList.toggle("verifying", on);
  };

  box.addEventListener("change", () => {
    show(box.checked);
    remember(box.checked);
  });
  addEventListener("pageshow", () => show(remembered())); // after a reload or the way back, whatever the form was filled with
  show(remembered());
  block.hidden = false;
})();
