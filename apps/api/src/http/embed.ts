/**
 * `<script src="…/embed.js" defer></script>` and `<cte-form><a href="…/events/some-event">Sign up</a></cte-form>` show
 * the form on another site, as high as it needs to be. Without JavaScript the link stays. The same file, loaded in our
 * own framed pages, tells the height to the page around them; the height is all that it tells.
 */
const source = `
(() => {
  const home = new URL(document.currentScript.src).origin;
  if (location.origin === home) {
    if (parent !== window) new ResizeObserver(() => parent.postMessage({ cteForm: document.body.offsetHeight }, "*")).observe(document.body);
    return;
  }
  customElements.define("cte-form", class extends HTMLElement {
    connectedCallback() {
      if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => this.open());
      else this.open();
    }
    open() {
      const link = this.querySelector("a");
      if (!link || link.origin !== home) return;
      const frame = document.createElement("iframe");
      frame.src = link.href + (link.search ? "&" : "?") + "embed";
      frame.title = link.textContent;
      frame.style.cssText = "width:100%;height:40rem;border:0";
      addEventListener("message", ({ source, origin, data }) => {
        if (source === frame.contentWindow && origin === home && data.cteForm > 0) frame.style.height = data.cteForm + "px";
      });
      link.replaceWith(frame);
    }
  });
})();
`;

export const embedScript: string = source.replace(/\n\s*/g, "\n").trim();
