"""Word documents need a library that is an extra; who asks for one hears so before anything runs."""

from importlib.util import find_spec

from checklist.errors import UserError
from evaluator.extras import installing


def require_office() -> None:
    """Raises UserError with what to install."""
    if find_spec("docx") is None:
        raise UserError("要安装 python-docx 才能写 Word 文档", installing("office"))
