// What a person with a keyboard or a screen reader would stumble over: a list of faults, each in a few words.
() => {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (element) => element.checkVisibility();
  const named = (element) =>
    (element.getAttribute("aria-label") || "").trim() ||
    (element.getAttribute("aria-labelledby") || "").split(" ").some((id) => document.getElementById(id)?.textContent.trim()) ||
    element.textContent.trim();
  if (document.documentElement.lang !== "zh-CN") faults.push("no language");
  if (!document.title) faults.push("no title");
  for (const tag of ["main", "h1", "body > header", "body > footer"]) {
    if (all(tag).length !== 1) faults.push(`${all(tag).length} of ${tag}`);
  }
  for (const input of all("input").filter(seen)) if (![...input.labels].some((label) => label.textContent.trim())) faults.push("input without label");
  for (const element of all("a, button, nav, form, [role=region], section, article").filter(seen)) if (!named(element)) faults.push(`no name: ${element.tagName}.${element.className}`);
  for (const element of all("[tabindex]")) if (element.tabIndex > 0) faults.push("order of tabs");
  for (const element of all("*").filter((e) => seen(e) && e.scrollHeight > e.clientHeight + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowY))) {
    if (element.tabIndex < 0) faults.push(`cannot be scrolled with keys: ${element.className}`);
  }
  for (const cell of all("th")) if (!cell.scope) faults.push("th without scope");
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6").filter(seen)) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) faults.push(`h${own} after h${level}: ${heading.textContent}`);
    level = own;
  }
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`wider than the window: ${document.documentElement.scrollWidth}`);
  return faults;
}
