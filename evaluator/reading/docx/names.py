"""The names of WordprocessingML's elements and attributes, as ElementTree writes them."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"

# What Strict OOXML calls the same things.
STRICT = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
    "{http://purl.oclc.org/ooxml/drawingml/main}": A,
    "{http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing}": WP,
    "{http://purl.oclc.org/ooxml/drawingml/chart}": CHART,
    "{http://purl.oclc.org/ooxml/drawingml/diagram}": DIAGRAM,
    "{http://purl.oclc.org/ooxml/drawingml/picture}": PICTURE,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": MATH,
}

VAL = f"{W}val"
ID = f"{W}id"
RELATED = f"{R}id"
P, PPR, R_, RPR, T = f"{W}p", f"{W}pPr", f"{W}r", f"{W}rPr", f"{W}t"
OFF = frozenset({"0", "false", "off", "none"})
