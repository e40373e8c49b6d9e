"""What the commands say of their own use, in Chinese: help pages, mistaken options, faults, exit codes."""

import sys
from collections.abc import Iterator, Sequence

import click

from checklist.errors import RuleError, UserError, unchecked
from evaluator.console.layout import cells, visible, wrap
from evaluator.console.mistakes import mistaken
from evaluator.console.printing import ReaderGone, readable, silence
from evaluator.console.streams import prepared
from evaluator.console.terminal import screen_of
from evaluator.masking import cover

NAMES_WIDTH = 26


class ChineseHelp(click.Command):
    """Help laid out by cells, where click counts characters; `help` and `epilog` stand as written."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = screen_of(sys.stdout).width
        formatter.write("\n".join(self._page(ctx, width)) + "\n")

    def _page(self, ctx: click.Context, width: int) -> Iterator[str]:
        yield f"用法：{ctx.command_path} {' '.join(self.collect_usage_pieces(ctx))}"
        yield from ("", (self.help or "").strip("\n"))
        if isinstance(self, click.Group):
            yield from ("", "子命令：")
            for name, command in self.commands.items():
                yield from _row(name, command.get_short_help_str(200), width)
        yield from ("", "选项：")
        for param in self.get_params(ctx):
            if isinstance(param, click.Option):
                yield from _row(_names(param), param.help or "", width)
        if self.epilog:
            yield from ("", self.epilog.strip("\n"))


class ChineseGroup(ChineseHelp, click.Group):
    """Lists its commands in the order in which they are declared."""

    command_class = ChineseHelp

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise _unknown(args[0], list(self.commands), ctx.command_path)
        return super().resolve_command(ctx, args)


def _unknown(name: str, commands: list[str], called: str) -> UserError:
    from difflib import get_close_matches

    # Letters that changed places are the likeliest slip.
    near = sorted(get_close_matches(name, commands), key=lambda near: sorted(near) != sorted(name))
    instead = f"是不是 {near[0]}？" if near else f"只能是：{'、'.join(commands)}"
    return UserError(f"没有 {name} 这个子命令，{instead}", f"用 {called} --help 看用法")


def _names(option: click.Option) -> str:
    return ", ".join(option.opts) + (f" {option.metavar}" if option.metavar else "")


def _row(names: str, text: str, width: int) -> list[str]:
    lines = wrap(text, width - NAMES_WIDTH)
    if cells(names) + 4 > NAMES_WIDTH:
        return [f"  {names}", *(" " * NAMES_WIDTH + line for line in lines)]
    first = "  " + names + " " * (NAMES_WIDTH - 2 - cells(names)) + lines[0]
    return [first, *(" " * NAMES_WIDTH + line for line in lines[1:])]


def run(command: click.Command, argv: Sequence[str] | None) -> int:
    """The command's exit code; the outermost frame, where our own faults end too."""
    try:
        with prepared():
            done = command.main(None if argv is None else list(argv), standalone_mode=False)
        return done if isinstance(done, int) else 0
    except click.UsageError as mistake:
        complain(*mistaken(mistake, command))
        return 2
    except ReaderGone:
        return 2
    except RuleError as wrong:
        complain(f"{wrong.of}有 {len(wrong.faults)} 处问题，没有检查\n{wrong.message}", unchecked(wrong.faults))
        return 2
    except UserError as fault:
        complain(fault.message, fault.hint)
        return 2
    except (KeyboardInterrupt, click.Abort):
        complain("已中断")
        return 130
    except Exception:
        import traceback

        traceback.print_exc()
        complain("程序内部出错，这不是您的问题", "请把以上信息发给维护人员")
        return 70


def complain(message: str, hint: str = "") -> None:
    """To standard error, where no output is disturbed."""
    _tell(f"错误：{message}", hint)


def remind(message: str, hint: str) -> None:
    """What is no error, and yet somebody should do something about it."""
    _tell(f"注意：{message}", hint)


def _tell(message: str, hint: str) -> None:
    stream = readable(sys.stderr)
    try:
        for line in (f"{message}\n" + (f"  提示：{hint}" if hint else "")).splitlines():
            print(visible(cover(line)), file=stream)
    except OSError:
        # The terminal was closed: nobody is there to be told.
        silence(stream)
