/* Notes open where they are read: a popover beside the mark, by mouse, touch and keyboard. Without script a mark is a link. */
(() => {
  "use strict";
  const MARK = "a.footnote-ref";
  const OPEN_AFTER = 120; // milliseconds of pointing, so that a pointer on its way elsewhere opens nothing
  const CLOSE_AFTER = 250; // time to cross from the mark to the popover
  const GAP = 6; // pixels between mark and popover
  const EDGE = 8; // pixels left free at the edges of the window

  let mark = null; // the mark whose note is open
  let popover = null;
  let timer = 0;
  let pointer = "mouse"; // what was last put on the page
  let quiet = null; // the mark that takes the focus back without opening again

  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  const markAt = (node) => (node instanceof Element ? node.closest(MARK) : null);
  const isInside = (node) => node instanceof Node && (popover?.contains(node) || mark?.contains(node) || false);
  const isInUse = () => isInside(document.activeElement) || mark?.matches(":hover") || popover?.matches(":hover");

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /* A copy of the note without ids and without the link back. A span for each paragraph, for it stands within one. */
  function copyOf(note) {
    const body = element("span", "note-popover__text");
    for (const paragraph of note.querySelectorAll(":scope > p")) {
      const copy = element("span", "note-popover__paragraph");
      copy.append(...paragraph.cloneNode(true).childNodes);
      copy.querySelectorAll(".footnote-backref").forEach((link) => link.remove());
      copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
      while (copy.lastChild && !copy.lastChild.textContent.trim()) copy.lastChild.remove();
      if (copy.lastChild?.nodeType === Node.TEXT_NODE) copy.lastChild.textContent = copy.lastChild.textContent.trimEnd();
      body.append(copy);
    }
    return body;
  }

  /* What a finger needs, since its tap opened the note instead of following the mark. */
  function controls(number, target) {
    const row = element("span", "note-popover__controls");
    const link = element("a", "note-popover__go", `Go to note ${number}`);
    link.href = target;
    const button = element("button", "note-popover__close", "Close");
    button.type = "button";
    button.addEventListener("click", closeAndReturn);
    row.append(link, button);
    return row;
  }

  function open(wanted, byTouch = false) {
    clearTimeout(timer);
    if (wanted === mark) return;
    close();
    const note = document.getElementById(decodeURIComponent(wanted.hash.slice(1)));
    if (!note) return;
    const number = wanted.textContent.trim();
    mark = wanted;
    popover = element("span", "note-popover");
    popover.id = "note-popover";
    popover.setAttribute("role", "group");
    popover.setAttribute("aria-label", `Note ${number}`);
    popover.append(copyOf(note));
    if (byTouch) popover.append(controls(number, mark.hash));
    (mark.closest("sup") || mark).after(popover); // so that Tab goes from the mark into the note and on
    if (popover.showPopover) {
      popover.popover = "manual"; // above everything, cut off by nothing
      popover.showPopover();
    }
    mark.setAttribute("aria-expanded", "true");
    mark.setAttribute("aria-controls", popover.id);
    place();
    addEventListener("resize", place);
    document.addEventListener("scroll", place, { capture: true, passive: true });
  }

  function close() {
    clearTimeout(timer);
    if (!mark) return;
    mark.setAttribute("aria-expanded", "false");
    mark.removeAttribute("aria-controls");
    removeEventListener("resize", place);
    document.removeEventListener("scroll", place, { capture: true });
    const gone = popover;
    mark = popover = null;
    gone.remove();
  }

  /* The focus goes back to the mark if it was in the note, and the note stays closed. */
  function closeAndReturn() {
    const last = mark;
    const hadFocus = popover.contains(document.activeElement);
    close();
    if (!hadFocus) return;
    quiet = last;
    last.focus({ preventScroll: true });
  }

  const closeUnlessInUse = () => isInUse() || close();

  /* Below the mark, or above it where there is more room; never under the header, never out of the window. */
  function place(event) {
    if (!mark || event?.target === popover) return;
    const at = mark.getBoundingClientRect();
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const top = Math.max(header, 0) + EDGE;
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    if (at.bottom < top || at.top > height) return close();
    popover.style.maxHeight = "none";
    const wanted = popover.getBoundingClientRect();
    const below = height - EDGE - at.bottom - GAP;
    const above = at.top - GAP - top;
    const isBelow = wanted.height <= below || below >= above;
    const tall = Math.min(wanted.height, Math.max(isBelow ? below : above, 0));
    const left = Math.min(at.left - 24, width - EDGE - wanted.width);
    popover.style.maxHeight = `${tall}px`;
    popover.style.left = `${Math.max(left, EDGE)}px`;
    popover.style.top = `${isBelow ? at.bottom + GAP : at.top - GAP - tall}px`;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || popover?.contains(document.activeElement)) return; // who reads with the keyboard is not disturbed
    const wanted = markAt(event.target);
    if (wanted && wanted !== mark) later(() => open(wanted), OPEN_AFTER);
    else if (mark) later(closeUnlessInUse, CLOSE_AFTER);
    else clearTimeout(timer);
  });
  document.documentElement.addEventListener("pointerleave", () => later(closeUnlessInUse, CLOSE_AFTER));

  document.addEventListener("focusin", (event) => {
    const wanted = markAt(event.target);
    if (wanted && wanted !== quiet && wanted.matches(":focus-visible")) open(wanted);
    else if (!isInside(event.target)) close();
    quiet = null;
  });
  document.addEventListener("focusout", (event) => {
    if (!event.relatedTarget) later(closeUnlessInUse, CLOSE_AFTER);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && mark) closeAndReturn();
  });

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (mark && !isInside(event.target)) close();
  });
  document.addEventListener("keydown", () => (pointer = "keyboard"), true);

  document.addEventListener("click", (event) => {
    const wanted = markAt(event.target);
    if (wanted && (pointer === "touch" || pointer === "pen")) {
      event.preventDefault();
      if (wanted === mark) close();
      else open(wanted, true);
    } else if (wanted || (popover?.contains(event.target) && event.target.closest("a"))) {
      setTimeout(close); // once the link is followed
    }
  });

  for (const each of document.querySelectorAll(MARK)) each.setAttribute("aria-expanded", "false");
})();
