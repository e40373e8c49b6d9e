"""How large an input may be; every limit of the program has its name here."""

MEBIBYTE = 2**20
# A scanned report of 200 pages has about 60 MiB; what is larger is no report.
MOST_BYTES = 100 * MEBIBYTE
# The longest report seen has 60,000 characters, a year-book of a whole province about 3,000,000.
MOST_CHARACTERS = 10_000_000
MOST_JOBS = 64
# A reader in a child process (PDF, OFD, old Word, whatever is very large) is ended after so many seconds, or beyond
# so many bytes of memory.
MOST_SECONDS = 60.0
MOST_MEMORY = 1024 * MEBIBYTE
# Of archives (.docx, .odt, .ofd): a report of 200 pages has some 40 entries and 10 MiB of XML. Word's XML shrinks to
# a tenth or a twentieth, repetitive tables to a hundredth; deflate at its most gives a thousandth.
MOST_ENTRIES = 10_000
MOST_UNPACKED = 1024 * MEBIBYTE
MOST_RATIO = 200
# What is smaller than this unpacked is harmless whatever its ratio.
RATIO_COUNTS_FROM = 16 * MEBIBYTE
# Of the parts that are read (no pictures): one, and all together.
MOST_PART = 64 * MEBIBYTE
MOST_PARTS = 128 * MEBIBYTE
# Tags and attributes of one XML part, each of which takes some 100 bytes of memory.
MOST_MARKUP = 4_000_000
# What has more markup than this is read in a child process: beyond, a hostile document could take half a minute.
# A report of ten pages has 0.2 MiB of XML and 5,000 tags.
MOST_MARKUP_BYTES_AT_ONCE = 4 * MEBIBYTE
MOST_MARKUP_AT_ONCE = 400_000
# Styles are based on styles that are based on styles; Word itself allows ten.
MOST_ANCESTORS = 20
# A year-book of a whole province has about 800 pages.
MOST_PAGES = 2000
