"""The names of OpenDocument's elements and attributes, as ElementTree writes them."""

NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}".format
OFFICE = NAMESPACE("office")
TEXT = NAMESPACE("text")
TABLE = NAMESPACE("table")
DRAW = NAMESPACE("drawing")
STYLE = NAMESPACE("style")
MANIFEST = NAMESPACE("manifest")
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
# What LibreOffice adds.
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
