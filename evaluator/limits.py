"""How large an input may be; every limit of the program has its name here."""

MEBIBYTE = 2**20
# A scanned report of 200 pages has about 60 MiB; what is larger is no report.
MOST_BYTES = 100 * MEBIBYTE
# The longest report seen has 60,000 characters, a year-book of a whole province about 3,000,000.
MOST_CHARACTERS = 10_000_000
MOST_JOBS = 64
# A reader in a child process (PDF, old Word, OFD) is ended after so many seconds, or beyond so many bytes of memory.
MOST_SECONDS = 60.0
MOST_MEMORY = 1024 * MEBIBYTE
