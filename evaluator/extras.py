"""Libraries that come only with an extra of the package, and what a user does to get them."""


def installing(extra: str) -> str:
    """The package is on no registry: it is installed from its own folder. Windows' cmd knows no single quotes."""
    return f'请在下载的程序文件夹里执行 pip install ".[{extra}]"'
