"""Debian's Chromium as a reader of pages, where it is installed; what a page says to it that it should not is kept."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
# Nothing is to be asked of anybody but the page.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass
class Seen:
    """An open page: the addresses it `asked` for, those it was `refused` and why, and what it `said` to the console."""

    page: Page
    asked: list[str] = field(default_factory=list)
    refused: list[tuple[str, str | None]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@contextmanager
def seen(chromium: Browser, file: Path, width: int = 1280, dark: bool = False, script: bool = True) -> Iterator[Seen]:
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        java_script_enabled=script,
    )
    found = Seen(context.new_page())
    found.page.on("request", lambda request: found.asked.append(request.url))
    found.page.on("requestfailed", lambda request: found.refused.append((request.url, request.failure)))
    found.page.on("console", lambda message: found.said.append(message.text))
    found.page.on("pageerror", lambda error: found.said.append(str(error)))
    found.page.goto(file.as_uri())
    yield found
    context.close()
