"""What is wrong with the way a command was called, in Chinese; and values of options that say so themselves."""

from pathlib import Path
from typing import Any

import click

from checklist.obstacles import obstacle
from evaluator.console.spellings import Level, Year


class Existing(click.Path):
    """A file or folder that must be there; one that is not is told by its name."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str | Path:
        try:
            Path(value).stat()
        except OSError as error:
            self.fail(f"“{value}”打不开（{obstacle(error)}）", param, ctx)
        if not self.dir_okay and Path(value).is_dir():
            self.fail(f"“{value}”是文件夹，应为文件", param, ctx)
        return Path(value) if self.type is Path else str(value)


def mistaken(mistake: click.UsageError, command: click.Command) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    called = mistake.ctx.command_path if mistake.ctx else command.name or ""
    # To click, what is lacking is a bad value too.
    if isinstance(mistake, click.MissingParameter):
        return _said(mistake, command), f"写成 {called} {_owed(mistake)}；用 {called} --help 看用法"
    if isinstance(mistake, click.BadParameter) and mistake.param and isinstance(mistake.param.type, Existing):
        pointing = " 指的" if isinstance(mistake.param, click.Option) else ""
        return _name(mistake.param) + pointing + mistake.message, "请核对路径；路径里有空格的，要加引号"
    return _said(mistake, command), f"用 {called} --help 看用法"


def _said(mistake: click.UsageError, command: click.Command) -> str:
    if isinstance(mistake, click.NoSuchOption):
        near = f"，是不是 {'、'.join(mistake.possibilities)}？" if mistake.possibilities else ""
        return f"没有 {mistake.option_name} 这个选项{near}"
    if isinstance(mistake, click.MissingParameter) and mistake.param:
        option = f" {_name(mistake.param)} " if isinstance(mistake.param, click.Option) else ""
        return f"没有给出{option}{(mistake.param.metavar or '').rstrip('.')}"
    if isinstance(mistake, click.BadParameter) and mistake.param:
        return f"{_name(mistake.param)} {_expected(mistake.param.type)}"
    if isinstance(mistake, click.BadOptionUsage):
        return f"{mistake.option_name} {_lacking(mistake.option_name, command)}"
    if mistake.ctx and isinstance(mistake.ctx.command, click.Group):
        return f"后面要写一个子命令：{'、'.join(mistake.ctx.command.commands)}"
    return "给出的参数太多"


def _owed(mistake: click.UsageError) -> str:
    """All that the command cannot do without, as it is typed."""
    params = mistake.ctx.command.params if mistake.ctx else []
    needed = sorted((p for p in params if p.required), key=lambda p: isinstance(p, click.Option))
    words = ((f"{_name(p)} " if isinstance(p, click.Option) else "") + (p.metavar or "").rstrip(".") for p in needed)
    return " ".join(words)


def _name(param: click.Parameter) -> str:
    return max(param.opts, key=len) if isinstance(param, click.Option) else (param.metavar or "").strip("[].")


def _lacking(name: str, command: click.Command) -> str:
    """A subcommand's options are looked for in all of them: click does not say which was called."""
    commands = command.commands.values() if isinstance(command, click.Group) else [command]
    options = [o for one in commands for o in one.params if isinstance(o, click.Option) and name in o.opts]
    takes = [option.metavar for option in options if not option.is_flag]
    return f"后面要写{takes[0]}" if takes else "后面不能写值"


def _expected(kind: object) -> str:
    if isinstance(kind, Level):
        return f"只能是：{kind.expected}"
    if isinstance(kind, Year):
        return f"应为 {kind.expected}"
    if isinstance(kind, click.Choice):
        return f"只能是：{'、'.join(map(str, kind.choices))}"
    if isinstance(kind, (click.IntRange, click.FloatRange)):
        number = "整数" if isinstance(kind, click.IntRange) else "数"
        return f"应为 {kind.min:g} 到 {kind.max:g} 之间的{number}"
    return "写得不对"
