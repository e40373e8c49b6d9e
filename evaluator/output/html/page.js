"use strict";
// The page can be read without this. With it: the table first, filters, words to look for, and steps from result to result.
(() => {
  const main = document.getElementById("main");
  const controls = document.getElementById("controls");
  const overview = document.getElementById("overview");
  const results = [...main.querySelectorAll(".result")];
  const marks = [...main.querySelectorAll("[data-kind]:not(.result)")];
  const groups = [...main.querySelectorAll(".group")];
  const rows = [...main.querySelectorAll("[data-row]")];
  const boxes = [...controls.querySelectorAll("input[type=checkbox]")];
  const TO_DO = ["missing", "partial", "unjudged", "error", "warning", "info"];

  if (overview) main.prepend(overview);
  for (const box of boxes) {
    // Kinds that this page has nothing of need no filter.
    box.parentElement.hidden = !results.some((result) => result.dataset.kind === box.value);
  }

  function filter() {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    const words = controls.elements.words.value.trim().toLowerCase();
    const lacks = (element) => words !== "" && !element.textContent.toLowerCase().includes(words);
    for (const result of results) result.hidden = off.has(result.dataset.kind) || lacks(result);
    for (const mark of marks) {
      const hidden = off.has(mark.dataset.kind);
      if (mark.tagName === "MARK") mark.classList.toggle("off", hidden);
      else mark.hidden = hidden;
    }
    for (const row of rows) row.hidden = lacks(row);
    for (const group of groups) {
      const own = [...group.querySelectorAll(".result")];
      group.hidden = own.length > 0 && own.every((result) => result.hidden);
    }
    const left = results.filter((result) => !result.hidden).length;
    controls.elements.told.value = left < results.length ? `显示 ${left} 条，共 ${results.length} 条` : "";
  }

  let last = null;
  function step(by) {
    const open = results.filter((result) => !result.hidden && TO_DO.includes(result.dataset.kind));
    if (open.length === 0) {
      controls.elements.told.value = "没有要处理的";
      return;
    }
    const at = open.indexOf(last);
    last = open[at < 0 ? (by > 0 ? 0 : open.length - 1) : (at + by + open.length) % open.length];
    location.hash = last.id;
    last.focus({ preventScroll: true });
    controls.elements.told.value = `第 ${open.indexOf(last) + 1} 处，共 ${open.length} 处`;
  }

  controls.addEventListener("input", filter);
  controls.addEventListener("submit", (event) => event.preventDefault());
  for (const button of controls.querySelectorAll("[name=step]")) {
    button.addEventListener("click", () => step(Number(button.value)));
  }
  controls.hidden = false;
  document.documentElement.classList.add("scripted");
  filter();
})();
