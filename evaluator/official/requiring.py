"""Word documents need a library that is an extra; who asks for one hears so before anything runs."""

from importlib.util import find_spec

from checklist.errors import UserError


def require_office() -> None:
    """Raises UserError with what to install."""
    if find_spec("docx") is None:
        hint = "请先安装：pip install 'lawgov-check[office]'；不能联网的，在能联网的电脑上下载后复制过来安装"
        raise UserError("要安装 python-docx 才能写 Word 文档", hint)
