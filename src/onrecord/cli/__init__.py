"""The command line. Each module is one group of commands; what is heavy is imported when a command needs it."""

from onrecord.cli.entry import main, run

__all__ = ["main", "run"]
