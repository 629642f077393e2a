"""The way in: one group, its commands by name, and what happens when anything goes wrong."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from onrecord import __version__
from onrecord.cli.output import complain
from onrecord.cli.rooms import Rooms, default_rooms
from onrecord.errors import NotFound, OnrecordError

FINE: Final = 0
NOTHING_FOUND: Final = 1
FAILED: Final = 2
INTERRUPTED: Final = 130

COMMANDS: Final = {
    "demo": "demo", "collect": "collect", "add": "add", "read": "read", "search": "search", "show": "show",
    "who": "who", "serve": "serve", "doctor": "doctor", "evaluate": "evaluate",
}  # fmt: skip


class Commands(click.Group):
    """Imports a command's module only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"onrecord.cli.{COMMANDS[cmd_name]}")
        command: click.Command = module.command
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def onrecord() -> None:
    """Turn press reports into a record of statements: who said what, in which words, according to which outlet."""


def main() -> None:
    """The `onrecord` command; characters that the terminal cannot show come out as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run())


def run(arguments: Sequence[str] | None = None, rooms: Rooms | None = None) -> int:
    """Run one command and answer its exit code; an error is told in one line, never as a traceback."""
    try:
        result = onrecord.main(
            args=None if arguments is None else list(arguments),
            prog_name="onrecord",
            obj=rooms or default_rooms(),
            standalone_mode=False,
        )
        sys.stdout.flush()
        return result if isinstance(result, int) else FINE
    except (KeyboardInterrupt, click.Abort):
        return _interrupted()
    except (BrokenPipeError, SystemExit):  # click itself exits when it meets a broken pipe
        return _quiet()
    except NotFound as error:
        complain(error)
        return NOTHING_FOUND
    except OnrecordError as error:
        complain(error)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception as error:  # the last resort: whatever it is, the user gets a line and a way on
        return _unexpected(error)


def _interrupted() -> int:
    print("Interrupted. Everything added so far is kept; run the same command again to go on.", file=sys.stderr)
    return INTERRUPTED


def _quiet() -> int:
    """The reader of our output has gone: say nothing, also not while Python closes down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINE


def _unexpected(error: Exception) -> int:
    if os.environ.get("ONRECORD_DEBUG"):
        import traceback

        traceback.print_exception(error)
    first = str(error).splitlines()[0] if str(error) else ""
    print(
        f"error: something in Onrecord broke ({type(error).__name__}: {first}). "
        "Run it again with ONRECORD_DEBUG=1 and report what it prints.",
        file=sys.stderr,
    )
    return FAILED
