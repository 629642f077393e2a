"""Gold folders of every format that we read, told apart by what is in them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from onrecord.errors import InputError, MissingInput, UnsupportedFormat
from onrecord.evaluate.brat import read_annotations
from onrecord.evaluate.citron import citron_article
from onrecord.evaluate.corpus import Article, Aspect, Attribution, Corpus
from onrecord.evaluate.markup import compile_report
from onrecord.evaluate.records import article_of, aspects_of, first_line, group_of, spans_of
from onrecord.evaluate.tokens import cut_tokens
from onrecord.model import Span

NONE: Final[frozenset[Aspect]] = frozenset()
_FORMATS: Final = (
    "It takes a folder with gold.json and texts, *.gold files, attributions/*.ann and text/, or Citron *.json."
)


def load_gold(path: Path, texts: Path | None = None, name: str = "") -> Corpus:
    """The gold of a folder or of one JSON file; `texts` is where the texts are when they are not beside it.

    Raises `MissingInput`, `UnsupportedFormat`, or `InputError` for gold that breaks its format.
    """
    if not path.exists():
        raise MissingInput(f"there is no gold at {path}", "Check the path.")
    try:
        articles, aspects, files = _reader_of(path)(path, texts)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(f"{path} is no sound gold: {reason}", "Correct the file that it names.") from error
    if not articles:
        raise UnsupportedFormat(f"there is no gold in {path}", _FORMATS)
    ordered = tuple(sorted(articles, key=lambda article: article.name))
    return Corpus(name or _name(path.resolve()), ordered, aspects, digest_of(files))


def digest_of(files: Iterable[Path]) -> str:
    """SHA-256 over names and bytes of the files, wherever the folder lies."""
    whole = hashlib.sha256()
    for file in sorted(files, key=lambda file: (file.parent.name, file.name)):
        whole.update(f"{file.name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\0".encode())
    return whole.hexdigest()


Loaded = tuple[list[Article], frozenset[Aspect], list[Path]]


def _name(path: Path) -> str:
    return path.parent.name if path.name == "gold.json" else path.stem


def _reader_of(path: Path) -> Callable[[Path, Path | None], Loaded]:
    if path.is_file():
        return _records_of_file
    if (path / "gold.json").is_file():
        return _records_of_file
    if (path / "attributions").is_dir():
        return _brat
    if any(path.glob("*.gold")):
        return _marked
    if any(path.glob("labels_*.json")):
        return _labels
    return _citron


def _records_of_file(path: Path, texts: Path | None) -> Loaded:
    file = path / "gold.json" if path.is_dir() else path
    records = _json(file)
    if any("tokens" in record for record in records.values()):
        return _polnear(file, records, texts)
    return _records(records, [file], texts or file.parent)


def _labels(path: Path, texts: Path | None) -> Loaded:
    files = sorted(path.glob("labels_*.json"))
    records = {stem: record for file in files for stem, record in _json(file).items()}
    return _records(records, files, texts or path)


def _records(records: dict[str, Any], files: Sequence[Path], texts: Path) -> Loaded:
    text_files = [texts / f"{stem}.txt" for stem in records]
    articles = [
        article_of(stem, _text(file), record) for file, (stem, record) in zip(text_files, records.items(), strict=True)
    ]
    return articles, aspects_of(records.values()), [*files, *text_files]


def _marked(path: Path, _: Path | None) -> Loaded:
    files = sorted(path.glob("*.gold"))
    compiled = [compile_report(file) for file in files]
    articles = [article_of(file.stem, *report) for file, report in zip(files, compiled, strict=True)]
    return articles, aspects_of(record for _, record in compiled), files


def _polnear(file: Path, records: dict[str, Any], texts: Path | None) -> Loaded:
    """One annotation an article: the first by the name of its annotator."""
    folder = texts or file.parent / "text"
    articles: dict[str, Article] = {}
    for name in sorted(records):
        record = records[name]
        stem = record["stem"]
        if stem not in articles:
            said = [
                Attribution(str(number), spans_of(item["content"]), spans_of(item["source"]), spans_of(item["cue"]))
                for number, item in enumerate(record["relations"])
            ]
            tokens = tuple(Span(start, end) for start, end in record["tokens"])
            articles[stem] = _plain(stem, _text(folder / f"{stem}.txt"), said, tokens)
    return list(articles.values()), NONE, [file, *(folder / f"{stem}.txt" for stem in articles)]


def _brat(path: Path, texts: Path | None) -> Loaded:
    """`STEM_ANNOTATOR.ann` or `STEM.ann`: one annotation an article, the first by name."""
    folder = texts or path / "text"
    articles: dict[str, Article] = {}
    files = []
    for file in sorted((path / "attributions").glob("*.ann")):
        stem = file.stem if (folder / f"{file.stem}.txt").exists() else file.stem.rpartition("_")[0]
        if stem not in articles:
            text_file = folder / f"{stem}.txt"
            text = _text(text_file)
            articles[stem] = _plain(stem, text, read_annotations(_text(file)), cut_tokens(text))
            files += [file, text_file]
    return list(articles.values()), NONE, files


def _citron(path: Path, _: Path | None) -> Loaded:
    files = [file for file in sorted(path.glob("*.json")) if "quotes" in _json(file)]
    aspects: frozenset[Aspect] = frozenset({"speaker"})
    return [citron_article(file.stem, _json(file)) for file in files], aspects, files


def _plain(stem: str, text: str, said: Sequence[Attribution], tokens: tuple[Span, ...]) -> Article:
    return Article(stem, text, tuple(said), tokens, headline=first_line(text), group=group_of(stem))


def _json(file: Path) -> Any:
    return json.loads(_text(file))


def _text(file: Path) -> str:
    """The characters of a file, line ends as they are: offsets count them."""
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise MissingInput(f"there is no file {file}", "Name the folder of the texts with --texts.") from error
