"""What documents cost beside text: ratios and rates, each to a floor measured in the same run.

python tests/bench/documents.py [cold batch bomb reading]
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

from speed import CHARACTERS, CHECK, ENVIRONMENT, Measure, fastest, main, report, reports, run, say
from worddocuments import docx, element, p

# As Word writes a run: every change of script or spelling begins a new one, with all its properties.
FONTS = '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:hint="eastAsia"/>'
RUN = f'<w:r w:rsidRPr="00A77B3E"><w:rPr>{FONTS}<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>{{}}</w:t></w:r>'
LENGTH_OF_RUN = 25
NO_FLOOR = """\
cold is measured against lxml, which is not installed: pip install -e '.[dev]'
(the others need none: python tests/bench/documents.py batch bomb reading)"""
REFUSE = "import sys; from evaluator.cli import main; sys.exit(main(sys.argv[1:]) != 3)"
STYLES = element(
    "w:styles",
    "".join(
        f'<w:style w:type="{kind}" w:styleId="{kind}{n}"><w:name w:val="{kind} {n}"/><w:pPr><w:keepNext/></w:pPr>'
        f"<w:rPr>{FONTS}</w:rPr></w:style>"
        for kind, count in (("paragraph", 40), ("table", 60))
        for n in range(count)
    ),
)


def written(text: str) -> bytes:
    """Ten pages as Word would save them."""
    return docx("".join(_paragraph(line.strip()) for line in text.splitlines() if line.strip()), styles=STYLES)


def _paragraph(line: str) -> str:
    pieces = (line[at : at + LENGTH_OF_RUN] for at in range(0, len(line), LENGTH_OF_RUN))
    return p(*(RUN.format(escape(piece)) for piece in pieces), style="paragraph7")


def cold(_root: Path, folder: Path) -> None:
    if find_spec("lxml") is None:
        sys.exit(NO_FLOOR)
    path = folder / "报告.docx"
    path.write_bytes(written(report(CHARACTERS)))
    floor, check = fastest(("-c", "import click, lxml.etree"), ("-c", CHECK, str(path)))
    told = f"{check * 1000:.0f} ms = {check / floor:.2f} x import click, lxml.etree ({floor * 1000:.0f} ms)"
    say("cold run on a docx of ten pages", told, "<= 4")


def batch(_root: Path, folder: Path) -> None:
    texts, documents = reports(folder / "texts", 100), folder / "documents"
    documents.mkdir()
    for path in texts.iterdir():
        (documents / f"{path.stem}.docx").write_bytes(written(path.read_text("utf-8")))
    empty = min(run("-c", CHECK, "-f", "json", str(reports(folder / "1", 1))).processor for _ in range(3))
    text, document = (
        min(run("-c", CHECK, "-f", "json", "-j", "1", str(each)).processor for _ in range(3)) - empty
        for each in (texts, documents)
    )
    told = f"{99 / document:.0f} a second = {document / text:.2f} x the time of the same as text"
    say("100 docx of ten pages on one core", told, ">= 100")


def bomb(_root: Path, folder: Path) -> None:
    path = folder / "bomb.docx"
    paragraph = p("法治政府建设").encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for number in range(300):
            part.write((paragraph if number % 4 else b" ") * (2**20 // (len(paragraph) if number % 4 else 1)))
    cost = run("-c", REFUSE, str(path))
    said = f"{cost.clock:.2f} s with the start of the program, {cost.memory:.0f} MiB"
    say(f"a bomb of {path.stat().st_size // 1000} KB to 300 MB", said, "< 1 s")


def reading(_root: Path, folder: Path) -> None:
    """Beside the parsing of its main part alone, which no reader can do without."""
    path = folder / "reading.docx"
    path.write_bytes(written(report(CHARACTERS)))
    code = (
        "import sys, timeit, zipfile\nfrom pathlib import Path\nfrom xml.etree.ElementTree import fromstring\n"
        "from evaluator.reading.docx import read_docx\ndata = Path(sys.argv[1]).read_bytes()\n"
        "part = zipfile.ZipFile(sys.argv[1]).read('word/document.xml')\n"
        "each = [min(timeit.repeat(f, number=20, repeat=7)) / 20 * 1000"
        " for f in (lambda: fromstring(part), lambda: read_docx(data))]\nprint(len(part), *each)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, env=ENVIRONMENT, check=True)
    size, floor, whole = map(float, done.stdout.split())
    told = f"{whole:.2f} ms = {whole / floor:.2f} x parsing its {size / 1000:.0f} KB ({floor:.2f} ms)"
    say("reading a docx of ten pages", told, "<= 3")


MEASURES: dict[str, Measure] = {
    "cold": cold,
    "batch": batch,
    "bomb": bomb,
    "reading": reading,
}

if __name__ == "__main__":
    main(sys.argv[1:], MEASURES)
