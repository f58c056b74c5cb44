/* Buttons that copy a work's record, where the browser lets a page write to the clipboard. Without them the text can be marked and copied by hand. */
(() => {
  if (!navigator.clipboard || !window.isSecureContext) return;

  const said = document.createElement("div"); // what a screen reader is told
  said.className = "copy-said";
  said.setAttribute("role", "status");

  const button = (figure) => {
    const form = figure.querySelector("figcaption");
    const text = figure.querySelector("pre");
    if (!form || !text) return;
    const name = form.textContent; // a name such as BibTeX or RIS keeps its capitals within a sentence
    const within = / /.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
    const made = document.createElement("button");
    made.type = "button";
    made.className = "copy-button";
    made.textContent = "Copy";
    made.setAttribute("aria-label", `Copy ${within}`);
    made.addEventListener("click", async () => {
      let words = "Copied";
      try {
        await navigator.clipboard.writeText(`${text.textContent}\n`);
      } catch {
        words = "Not allowed";
      }
      made.textContent = words;
      said.textContent = `${name}: ${words.toLowerCase()}`;
      setTimeout(() => {
        made.textContent = "Copy";
        said.textContent = "";
      }, 2000);
    });
    form.append(made);
  };

  // Made when a box is first opened: a page may hold hundreds.
  document.querySelectorAll("details.cite").forEach((box) => {
    box.addEventListener("toggle", () => box.querySelectorAll("figure").forEach(button), { once: true });
  });
  if (document.querySelector("details.cite")) document.body.append(said);
})();
