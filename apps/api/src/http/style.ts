import { hashOf } from "./security-headers.ts";

/**
 * The public site's one stylesheet. It stands in every page, so that a page is one request; the policy names it by its
 * hash. One accent; the system's own fonts; nothing that a phone on a slow line would wait for.
 */
const source = `
:root {
  color-scheme: light dark;
  --page: #f6f5f1; --card: #fff; --ink: #1a2226; --soft: #515c63; --rule: #dfdcd3; --edge: #78838a;
  --accent: #0a5a63; --on-accent: #fff; --tint: #e4f0f0; --wrong: #ad1f17; --wrong-tint: #fbeceb;
  --shadow: 0 1px 2px rgb(26 34 38 / .05), 0 8px 24px -12px rgb(26 34 38 / .12);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #11171a; --card: #192125; --ink: #e9eeee; --soft: #a7b2b7; --rule: #2c373c; --edge: #7b898f;
    --accent: #80d2d6; --on-accent: #06282c; --tint: #14353a; --wrong: #ffb3aa; --wrong-tint: #3b1e1b; --shadow: none;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--page); color: var(--ink);
  font: 1.0625rem/1.6 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
h1, h2, h3 { line-height: 1.2; letter-spacing: -.015em; text-wrap: balance; margin: 0; font-weight: 650; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.75rem, 1.35rem + 1.8vw, 2.5rem); letter-spacing: -.025em; }
h2 { font-size: 1.3125rem; }
h3 { font-size: 1.125rem; }
p { margin: 0; max-width: 42rem; overflow-wrap: anywhere; text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
ul { margin: 0; padding: 0; list-style: none; }
.wrap { width: 100%; max-width: 66rem; margin-inline: auto; padding-inline: 1.25rem; }
.skip { position: absolute; left: .75rem; top: -5rem; padding: .75rem 1.25rem; background: var(--accent); color: var(--on-accent); border-radius: 8px; z-index: 1; }
.skip:focus { top: .75rem; }
.site { border-bottom: 1px solid var(--rule); background: var(--card); }
.site .wrap { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 4.25rem; flex-wrap: wrap; }
.brand { display: inline-flex; align-items: center; gap: .75rem; min-height: 44px; color: inherit; text-decoration: none; font-weight: 650; line-height: 1.25; letter-spacing: -.01em; }
.brand svg { flex: none; color: var(--accent); }
.brand small { display: block; font-size: .8125rem; font-weight: 400; color: var(--soft); letter-spacing: 0; }
.site nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.site nav a, .jump a, .dates { display: inline-flex; align-items: center; min-height: 44px; }
.site nav a { color: var(--soft); font-size: .9375rem; font-weight: 600; text-decoration: none; }
.site nav a:hover, .site nav a[aria-current] { color: var(--accent); text-decoration: underline; text-decoration-thickness: 2px; }
@media (max-width: 39.99rem) { .site .wrap { padding-top: .75rem; gap: .25rem 1rem; } }
main { flex: 1; padding-block: clamp(2rem, 5vw, 3.5rem) 4rem; }
main:focus { outline: none; }
.stack > * + * { margin-top: 1rem; }
h1 + .lead { margin-top: .625rem; }
.lead { font-size: 1.1875rem; color: var(--soft); line-height: 1.5; }
.over { color: var(--accent); font-size: .9375rem; font-weight: 600; }
.quiet { color: var(--soft); }
.small { font-size: .9375rem; }
.back { display: inline-flex; align-items: center; min-height: 44px; font-size: .9375rem; text-decoration: none; }
.back:hover { text-decoration: underline; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 14px; box-shadow: var(--shadow); padding: clamp(1.25rem, 3vw, 2rem); }
.split { display: grid; gap: 2rem; align-items: start; margin-top: 2rem; }
@media (min-width: 56rem) { .split { grid-template-columns: minmax(0, 1fr) 20rem; gap: 2.5rem; } }
.split > * { min-width: 0; }
.split:first-child { margin-top: 0; }
.paragraphs { white-space: pre-line; max-width: 42rem; overflow-wrap: anywhere; }
dl { margin: 0; display: grid; gap: 1rem; }
dt { color: var(--soft); font-size: .875rem; }
dd a { display: inline-block; padding-block: .625rem; margin-block: -.375rem; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.wide dl { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1.25rem 2rem; }
.button, button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 48px; padding: .5rem 1.5rem; border: 1px solid var(--accent); border-radius: 10px;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; text-align: center;
}
.button:hover, button:hover { filter: brightness(1.12); text-decoration: none; }
.plain, .plain:hover { background: transparent; color: var(--accent); filter: none; }
.plain:hover { background: var(--tint); }
.danger { background: transparent; border-color: var(--wrong); color: var(--wrong); }
.danger:hover { background: var(--wrong-tint); filter: none; }
.send .actions { margin-top: 0; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; margin-top: 1.5rem; }
.filter { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; margin-top: 2rem; align-items: end; }
@media (max-width: 39.99rem) { .filter > :first-child, .filter > :nth-child(2) { grid-column: 1 / -1; } }
@media (max-width: 55.99rem) { .filter button { grid-column: 1 / -1; } }
@media (min-width: 56rem) { .filter { grid-template-columns: 1.4fr 1fr .9fr .9fr auto; } }
label, legend { font-weight: 600; padding: 0; }
.filter label { font-size: .875rem; display: block; }
.filter select, .filter input { font-weight: 400; font-size: 1rem; height: 48px; }
input, select, textarea {
  display: block; width: 100%; min-width: 0; min-height: 48px; margin-top: .375rem; padding: .625rem .875rem; border: 1px solid var(--edge); border-radius: 10px;
  background: var(--card); color: var(--ink); font: inherit;
}
textarea { min-height: 7rem; resize: vertical; }
.narrow { max-width: 8rem; }
input[aria-invalid], select[aria-invalid], textarea[aria-invalid] { border: 2px solid var(--wrong); }
.fields { display: grid; gap: 1.75rem; }
.hint { font-weight: 400; color: var(--soft); font-size: .9375rem; margin-top: .125rem; }
.wrong { color: var(--wrong); font-weight: 600; font-size: .9375rem; margin-top: .375rem; }
.bad { border-left: 4px solid var(--wrong); padding-left: 1rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.choice { display: flex; align-items: center; gap: .75rem; min-height: 44px; font-weight: 400; cursor: pointer; }
.choice input { flex: none; width: 1.375rem; height: 1.375rem; min-height: 0; margin: 0; accent-color: var(--accent); }
.notice { background: var(--tint); border-radius: 14px; padding: 1.25rem 1.5rem; }
.notice:focus { outline: none; }
.notice.error { background: var(--wrong-tint); border: 2px solid var(--wrong); }
.notice li { margin-top: .25rem; }
.notice li a { display: inline-block; padding-block: .625rem; }
.error a, .error h2 { color: var(--wrong); }
.trap { position: absolute; left: -999rem; width: 1px; height: 1px; overflow: hidden; }
.month { margin-top: 2.5rem; padding-bottom: .75rem; border-bottom: 1px solid var(--rule); font-size: 1rem; color: var(--soft); font-weight: 600; letter-spacing: 0; }
.row { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); gap: .25rem 1.25rem; padding-block: 1.5rem; border-bottom: 1px solid var(--rule); }
.row h3 { font-size: 1.25rem; }
.row h3 { margin-block: -.25rem; }
.row h3 a { color: inherit; text-decoration: none; display: inline-block; padding-block: .625rem; }
.row h3 a:hover { color: var(--accent); text-decoration: underline; text-decoration-thickness: 2px; }
.row .left { grid-column: 2; margin-top: .375rem; }
@media (min-width: 48rem) { .row { grid-template-columns: 4.25rem minmax(0, 1fr) 12rem; } .row .left { grid-column: 3; grid-row: 1; margin-top: .375rem; justify-self: end; text-align: right; } }
.date { text-align: center; line-height: 1.15; align-self: start; }
.date b { display: block; font-size: 1.875rem; font-weight: 650; letter-spacing: -.03em; }
.date span { font-size: .8125rem; color: var(--soft); }
.chip { display: inline-block; padding: .25rem .75rem; border-radius: 14px; line-height: 1.4; font-size: .875rem; font-weight: 600; border: 1px solid var(--rule); color: var(--soft); }
.chip.free { background: var(--tint); border-color: transparent; color: var(--accent); }
.jump { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin-top: 1rem; }
.part { margin-top: 3rem; padding-bottom: .375rem; font-size: 1.5rem; }
.ways { margin-top: 1.25rem; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); }
.way { display: flex; flex-direction: column; gap: .75rem; padding: 1.25rem clamp(1.125rem, 3vw, 1.5rem) .75rem; }
.way dl { gap: .75rem; }
.dates { margin-top: auto; align-self: start; font-weight: 600; }
.names { margin-top: 1.25rem; display: flex; flex-wrap: wrap; gap: .625rem; }
.names li { padding: .375rem 1rem; border: 1px solid var(--rule); border-radius: 14px; background: var(--card); }
.slots { margin-top: 1.25rem; display: grid; gap: .875rem; }
.slot { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 1rem; padding: 1.25rem clamp(1.125rem, 3vw, 1.5rem); }
.slot h3 { font-size: 1.0625rem; }
.slot > div { flex: 1 1 16rem; }
.slot .chip { margin-top: .625rem; }
.send { display: grid; gap: 1.25rem; justify-items: start; }
.pager { margin-top: 2rem; display: flex; gap: .75rem; flex-wrap: wrap; }
.empty { margin-top: 2.5rem; text-align: center; padding-block: 3.5rem; }
.empty p { margin: .75rem auto 1.5rem; }
.said { border-top: 5px solid var(--accent); }
.said.off { border-top-color: var(--edge); }
details > summary { cursor: pointer; min-height: 44px; display: list-item; padding-block: .625rem; font-weight: 600; color: var(--accent); }
.foot { border-top: 1px solid var(--rule); padding-block: 2rem; font-size: .9375rem; color: var(--soft); }
.foot a { display: inline-block; padding-block: .625rem; }
.framed { background: transparent; min-height: 0; }
.framed main { padding-block: .25rem 1rem; }
@media (prefers-reduced-motion: no-preference) { .button, button { transition: filter .15s, background-color .15s; } }
@media (forced-colors: active) { .chip, .card, .notice { border: 1px solid; } }
@media print {
  body { background: #fff; color: #000; font-size: 11pt; }
  .site, .foot, .filter, .actions, .pager, .back, .skip, form, details { display: none !important; }
  .card { border: 0; box-shadow: none; padding: 0; break-inside: avoid; }
  main { padding: 0; }
}
`;

/** Without the white space and comments that only its writers need. */
export const style: string = source
  .replace(/\/\*[\s\S]*?\*\//g, "")
  .replace(/\s+/g, " ")
  .replace(/ ?([{};,]) ?/g, "$1")
  .replace(/;}/g, "}")
  .replace(/: /g, ":")
  .trim();

export const styleHash: string = hashOf(style);
