"""What tags mean for the text: which are blocks, which end others, which hold nothing of a report."""

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
# Their content is no markup, and never the text of a page.
RAW = frozenset(["script", "style", "textarea", "xmp", "iframe", "noembed", "noframes"])
# What they hold is never of the report.
ASIDE = frozenset({
    "aside", "audio", "button", "canvas", "dialog", "footer", "map", "nav", "noscript", "option",
    "select", "svg", "template", "video",
})  # fmt: skip
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Which open elements a tag ends before it begins; every block ends a paragraph.
PARAGRAPH = frozenset({"p"})
ENDS = {
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "tr": frozenset({"tr", "td", "th", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
    "option": frozenset({"option"}),
}
