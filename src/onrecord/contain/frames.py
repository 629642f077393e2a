"""Objects over a pipe between two processes of ours: the length, then the pickle."""

from __future__ import annotations

import io
import pickle
import struct
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import IO, Any, Final

# A pipe holds as much: most pages and their reports then cross it in one write and one read.
BUFFER: Final = 65_536

_LENGTH: Final = struct.Struct(">Q")
_VALUES: Final[dict[type, Callable[[object], tuple[object, ...]] | None]] = {}


def send(stream: IO[bytes], value: object, *, more: bool = False) -> None:
    """Write one object, at once unless `more` follow. Nothing is written when it cannot be pickled."""
    data = io.BytesIO()
    _Pickler(data, pickle.HIGHEST_PROTOCOL).dump(value)
    stream.write(_LENGTH.pack(data.tell()))
    stream.write(data.getbuffer())
    if not more:
        stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read one object. Raises `EOFError` when the other side has gone."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return pickle.loads(_exactly(stream, length))


class _Pickler(pickle.Pickler):
    """Pickles a frozen dataclass as a call of its class.

    What `dataclass` itself writes for one with slots goes over its fields in Python each time: two thirds of what it
    cost to carry a report's two hundred blocks and spans.
    """

    def reducer_override(self, value: object) -> Any:
        kind = type(value)
        if kind not in _VALUES:
            _VALUES[kind] = _reader(kind)
        values = _VALUES[kind]
        return NotImplemented if values is None else (kind, values(value))


def _reader(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """What reads the arguments that make a frozen dataclass again; None where that is no way to make one."""
    if not is_dataclass(kind) or not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]  # not in typeshed
        return None
    members = fields(kind)
    names = [member.name for member in members]
    if len(names) < 2 or any(member.kw_only or not member.init for member in members):
        return None
    return attrgetter(*names)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError("the other side has gone")
    return data
