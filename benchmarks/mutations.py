"""Mutated pages, mails, tables, crawls and documents: input number N of a seed is always the same bytes."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

from benchmarks.samples import (
    CSV,
    HEADLINE,
    JSONL,
    MAIL,
    PAGE,
    PARAGRAPHS,
    SAVED_PAGE,
    TEXT,
    chunked,
    make_pdf,
    make_wacz,
    make_word,
    warc_record,
    wrapped,
)

LONGEST = 6_000
# How often each kind is drawn: most of what strangers send are pages.
WEIGHTS = {
    "html": 70, "txt": 10, "eml": 4, "mhtml": 3, "csv": 3, "jsonl": 3, "warc": 4, "pdf": 1.5, "docx": 1, "wacz": 0.5,
}  # fmt: skip
TOKENS = (
    b"<", b">", b"</", b"<!--", b"-->", b"<script>", b"</script>", b"<style", b"<div>" * 50, b"</div>" * 20, b"<p>",
    b"<table><tr><td>", b"<br>", b"&amp;", b"&#x110000;", b"&#0;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"<meta charset=utf-16>", b"<meta charset=punycode>", b'charset="x"', b"<base href=//x>", b"<svg><title>",
    b"<![CDATA[", b"<?xml version='1.0' encoding='utf-32'?>", b'<script type="application/ld+json">[[[{"@graph":[',
    b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\xe2\x80\xae", b"\xcc\x81" * 30, b"MOSCOW, April 4 (ST) - ", b"Q: A: Q: A: ",
    b"By ", b"(Photo: ", b"99999999999999999999", b"-1", b"0000-00-00", b"31/12/9999", b"\r\n\r\n", b"\n" * 40, b'"""',
    b";",
    b",,,,", b"--outer", b"--part--", b"=?utf-8?B?////?=", b"Content-Length: 0\r\n",
    b"Content-Type: multipart/mixed\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"WARC/1.0\r\n", b"\x1f\x8b\x08\x00",
    b"PK\x03\x04",
    b"{", b"[" * 200, b"\\ud800", b"endstream", b"/Filter /FlateDecode", b"/Kids [2 0 R]", b"xref", b"trailer",
    b"ffffffff\r\n",
)  # fmt: skip


@cache
def seeds() -> dict[str, tuple[bytes, ...]]:
    """The documents that are mutated, by the ending of the file that they stand in."""
    page = PAGE.encode()
    warc = (
        warc_record("https://courier.example/1", page)
        + warc_record("https://courier.example/2", chunked(page[:900]), ("Transfer-Encoding: chunked",))
        + warc_record("https://courier.example/3", TEXT.encode(), ("Content-Type: text/plain",), kind="resource")
    )
    turns = "Transcript of the briefing\n\n" + "".join(f"Question: When?\nTORVE: On the {n}th.\n" for n in range(4, 12))
    return {
        "html": (page, PAGE.replace("<p>", "<br>").encode("cp1252", "replace"), PAGE.encode("utf-16")),
        "txt": (TEXT.encode(), TEXT.encode("cp1252", "replace"), turns.encode()),
        "eml": (MAIL,),
        "mhtml": (SAVED_PAGE,),
        "csv": (CSV, CSV.replace(b",", b";")),
        "jsonl": (JSONL,),
        "warc": (warc,),
        "pdf": (make_pdf([wrapped([HEADLINE, *PARAGRAPHS])]),),
        "docx": (make_word([HEADLINE, PARAGRAPHS[1]]),),
        "wacz": (make_wacz(warc),),
    }


def make_input(seed: int, number: int) -> tuple[str, bytes]:
    """The kind and the bytes of an input: a document with one to eight mutations."""
    chance = random.Random(f"{seed}:{number}")
    kind = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    data = chance.choice(seeds()[kind])
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = chance.choice(MUTATIONS)(chance, data)
    return kind, data if kind in {"docx", "wacz"} else data[:LONGEST]


def _flip(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _insert(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(TOKENS) + data[at:]


def _replace(chance: random.Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + chance.choice(TOKENS) + data[end:]


def _drop(chance: random.Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + data[end:]


def _repeat(chance: random.Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + data[start:end] * chance.choice((2, 3, 20)) + data[end:]


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _swap(chance: random.Random, data: bytes) -> bytes:
    start, end = _stretch(chance, data)
    other = chance.choice(seeds()[chance.choice(list(WEIGHTS))])
    there, then = _stretch(chance, other)
    return data[:start] + other[there:then] + data[end:]


def _noise(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randrange(1, 40)) + data[at:]


def _stretch(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 20, 100, 500)))


MUTATIONS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _flip, _insert, _insert, _replace, _drop, _repeat, _cut, _swap, _noise,
)  # fmt: skip
