"""A page saved as one file (.mhtml): a mail whose first HTML part is the page."""

from email import message_from_bytes

HEAD = 2048


def page_in(data: bytes) -> bytes:
    """The bytes of the page; those of a plain HTML file are the page themselves."""
    if b"multipart/related" not in data[:HEAD].lower() or data.lstrip()[:1] == b"<":
        return data
    pages = (part for part in message_from_bytes(data).walk() if part.get_content_type() == "text/html")
    payload = next((part.get_payload(decode=True) for part in pages), b"")
    return payload if isinstance(payload, bytes) else b""
