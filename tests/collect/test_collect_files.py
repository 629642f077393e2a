"""Files as sources: what is found, what is refused and how it is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord.collect import SIZE_LIMIT, find_files, load_file
from onrecord.errors import EmptyInput, InputError, MissingInput, TooLarge, UnsupportedFormat


def test_find_files_walks_folders_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.HTM", "d.png", ".hidden.txt", "sub/e.txt", ".git/f.txt", "sub/.g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert found == ["a.html", "b.txt", "c.HTM", "sub/e.txt"]


def test_find_files_keeps_what_was_named(tmp_path: Path) -> None:
    named = [tmp_path / "none.txt", tmp_path / "report.asc"]
    assert list(find_files(named)) == named


def test_find_files_does_not_follow_links_to_folders(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "in" / "a.txt").write_text("x")
    assert list(find_files([tmp_path / "in"])) == [tmp_path / "in" / "a.txt"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"<html>", "text/plain"),
        ("a.html", b"text", "text/html"),
        ("a.HTM", b"text", "text/html"),
        ("a", b"\xef\xbb\xbf\n<!DOCTYPE html><p>", "text/html"),
        ("a", b"He said so.", "text/plain"),
    ],
)
def test_load_file_tells_the_media_type(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    (tmp_path / name).write_bytes(data)
    source = load_file(tmp_path / name)
    assert (source.media_type, source.data, source.location) == (expected, data, str(tmp_path / name))
    assert source.fetched_at is None, "a file was not fetched, and a clock would make no two archives equal"


def test_load_file_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="there is no file"):
        load_file(tmp_path / "none.txt")


def test_load_file_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(MissingInput):
        load_file(tmp_path / "a.txt" / "b.txt")


def test_load_file_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("x")
    monkeypatch.setattr(os, "open", refuse)  # permissions do not bind root, under whom tests may run
    with pytest.raises(MissingInput, match="may not be read") as caught:
        load_file(tmp_path / "a.txt")
    assert "chmod" in caught.value.next_step


@pytest.mark.parametrize("data", [b"", b" \r\n\t "])
def test_load_file_empty(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(EmptyInput, match="is empty"):
        load_file(tmp_path / "a.txt")


def test_load_file_never_reads_beyond_the_limit(tmp_path: Path) -> None:
    with open(tmp_path / "a.txt", "wb") as stream:
        stream.truncate(10 * SIZE_LIMIT)
    with pytest.raises(TooLarge, match="larger than 50 MB"):
        load_file(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(b"x" * 11)
    with pytest.raises(TooLarge):
        load_file(tmp_path / "b.txt", limit=10)
    assert len(load_file(tmp_path / "b.txt", limit=11).data) == 11


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_load_file_does_not_wait_at_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnsupportedFormat, match="no regular file"):
        load_file(tmp_path / "pipe.txt")


@pytest.mark.parametrize("path", [os.devnull, "/dev/zero"])
def test_load_file_refuses_devices(path: str) -> None:
    if not Path(path).exists():
        path = os.devnull
    with pytest.raises(UnsupportedFormat, match="no regular file"):
        load_file(Path(path))


def test_load_file_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        load_file(tmp_path)
