/* Search in a book opened from a folder: browsers start no worker there, so its script runs in a frame that nobody sees. */
(() => {
  "use strict";
  if (location.protocol !== "file:") return;

  /* What the theme asks of a worker: messages to it and from it, none lost while its script is being read. */
  window.Worker = class extends EventTarget {
    #frame = document.createElement("iframe");
    #ready;

    constructor(address) {
      super();
      this.#frame.hidden = true;
      this.#frame.title = "Search";
      this.#ready = new Promise((done) => this.#frame.addEventListener("load", () => this.#run(`${address}`, done), { once: true }));
      document.body.append(this.#frame);
    }

    #run(address, done) {
      const { contentWindow: inside, contentDocument: page } = this.#frame;
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      const script = page.createElement("script");
      script.addEventListener("load", () => done(inside), { once: true });
      script.src = address;
      page.head.append(script);
    }

    postMessage(data) {
      this.#ready.then((inside) => inside.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
})();
