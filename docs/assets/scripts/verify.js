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
  const show = (on) => {
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
