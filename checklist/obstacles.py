"""Why the system would not open or write a file, in the words of those who use it."""

import errno

_SAID = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.ENAMETOOLONG: "名称太长",
    errno.EBUSY: "正被别的程序占用",
    errno.ETXTBSY: "正被别的程序占用",
    errno.ELOOP: "链接绕成了圈",
    errno.EIO: "磁盘或网络读写出错",
}


def obstacle(error: OSError) -> str:
    """In Chinese where the number is known, else in the system's words."""
    return _SAID.get(error.errno or 0, error.strerror or "原因不明")
