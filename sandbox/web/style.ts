/** Colours follow the portal's design tokens; the face is the system's own. */
export const style = `
:root { color-scheme: light dark; --paper: #ffffff; --do: #f6f2ea; --line: #d3cab9; --line-strong: #7d7466; --ink: #1b1a20;
  --ink-2: #514d56; --cham: #263f8c; --cham-deep: #16275e; --on-cham: #ffffff; --stop: #b3240f; --good: #1f6636;
  --wait: #764700; --wait-soft: #fcefd2; --gold: #ffc83d; --focus-ink: #1b1a20 }
@media (prefers-color-scheme: dark) { :root { --paper: #16171d; --do: #20222a; --line: #454955; --line-strong: #9498a6;
  --ink: #f3efe6; --ink-2: #c6c2b9; --cham: #aec4ff; --cham-deep: #d3dfff; --on-cham: #10142a; --stop: #ff9f8e;
  --good: #8fd8a5; --wait: #f3c878; --wait-soft: #3a2e17 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere }
header { background: var(--do); border-bottom: 1px solid var(--line) }
header p, main { max-width: 60rem; margin: 0 auto; padding: 0.5rem 1rem }
header .simulated { max-width: none; text-align: center; background: var(--wait-soft); color: var(--wait) }
main { padding: 1rem 1rem 4rem }
h1 { font-size: 1.8125rem; line-height: 1.32; margin: 1rem 0 }
h2 { font-size: 1.4375rem; line-height: 1.32; margin: 2rem 0 0.75rem }
a { color: var(--cham); text-underline-offset: 0.15em } a:hover { color: var(--cham-deep) }
[lang=en] { color: var(--ink-2) } button [lang=en] { color: inherit }
button, select, input, textarea { font: inherit; min-height: 3rem; border-radius: 4px; padding: 0.5rem 1rem; max-width: 100% }
button { background: var(--cham); color: var(--on-cham); border: 2px solid var(--cham); font-weight: 600; cursor: pointer }
button:hover { background: var(--cham-deep); border-color: var(--cham-deep) }
button.quiet { background: transparent; color: var(--cham) }
select, input, textarea { background: var(--paper); color: var(--ink); border: 2px solid var(--line-strong) }
textarea { width: 100% }
label { display: block; font-weight: 600; margin: 1rem 0 0.25rem }
:focus-visible { outline: 3px solid var(--gold); outline-offset: 0; box-shadow: 0 0 0 6px var(--focus-ink) }
@media (prefers-color-scheme: dark) { :focus-visible { outline-offset: 3px; box-shadow: 0 0 0 3px var(--paper) } }
.people { list-style: none; padding: 0; display: grid; gap: 0.5rem }
@media (min-width: 40rem) { .people { grid-template-columns: 1fr 1fr } }
.people button { width: 100%; height: 100%; text-align: left; background: var(--paper); color: var(--ink); border-color: var(--line-strong); font-weight: 400 }
.people button:hover { border-color: var(--cham); background: var(--do) }
.people strong { display: block; color: var(--cham) }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line) }
thead th { white-space: nowrap }
@media (max-width: 40rem) { thead { display: none } tr { display: block; border-bottom: 1px solid var(--line); padding: 0.5rem 0 } td { display: block; border: 0; padding: 0 } }
summary { cursor: pointer; min-height: 3rem; padding: 0.5rem 0; color: var(--cham) }
pre, code { font: 0.9375rem/1.5 ui-monospace, monospace } pre { white-space: pre-wrap; background: var(--do); padding: 1rem; border-radius: 4px }
dt { font-weight: 600 } dd { margin: 0 0 0.75rem }
iframe { width: 100%; height: 32rem; border: 1px solid var(--line-strong); background: #ffffff }
.row { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end } .row input[type=number] { width: 8rem }
.stop { color: var(--stop) } .good { color: var(--good) } .wait { color: var(--wait) }
`
