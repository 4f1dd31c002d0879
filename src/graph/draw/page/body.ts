/** The page's fixed parts; `{title}` and `{picture}` are filled in. */
export const BODY = `
<a class="skip" href="#search">Search the tools</a>
<header>
<h1>{title}</h1>
<p id="counts"></p>
<div class="search">
<input id="search" type="search" placeholder="Search tools" autocomplete="off" spellcheck="false" role="combobox"
  aria-label="Search tools" aria-expanded="false" aria-controls="results" aria-autocomplete="list">
<kbd>/</kbd>
<ul id="results" role="listbox" aria-label="Tools found" hidden></ul>
</div>
<div class="buttons">
<button id="out" type="button" title="Smaller (-)" aria-label="Smaller">&#8722;</button>
<button id="fit" type="button" title="Fit the width (0)">Fit</button>
<button id="in" type="button" title="Larger (+)" aria-label="Larger">+</button>
<button id="scheme" type="button" title="Light or dark" aria-label="Switch between light and dark">&#9681;</button>
</div>
</header>
<nav aria-label="What is shown">
<div id="kinds" role="group" aria-label="Relations"></div>
<div id="environments" role="group" aria-label="Environments"></div></nav>
<main id="stage" aria-label="Graph">
{picture}
</main>
<p id="status" class="skip" role="status"></p>
<aside id="panel" aria-label="Details">
<noscript>Scripts are off: the picture shows all tools, but details, plans and evidence need them.</noscript>
</aside>
`
