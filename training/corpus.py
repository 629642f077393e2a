"""Reads attribution corpora (brat standoff, our own gold JSON) and cuts them into training windows."""

from __future__ import annotations

import csv
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

import onrecord.read
from onrecord.model import ACTS, KINDS, Span
from onrecord.read.pieces import GAP, Pieces, cut_pieces
from onrecord.read.windows import ends_sentence

Ranges = tuple[Span, ...]
IGNORED = -100

# Cues that carry any act: what they introduce decides, so the lexicon's label teaches nothing.
GENERIC_CUES = frozenset(
    ("said", "says", "told", "saying", "say", "added", "according to", ":", "tells", "wrote", "noted")
)


def read_cue_labels(path: Path) -> dict[str, tuple[int, int]]:
    """Kind and act of every cue of our hand-labelled lexicon, as indices."""
    with path.open(encoding="utf8", newline="") as lines:
        return {
            row["cue"]: (KINDS.index(row["kind"]), IGNORED if row["cue"] in GENERIC_CUES else ACTS.index(row["act"]))
            for row in csv.DictReader(lines)
        }


CUE_LABELS = read_cue_labels(Path(onrecord.read.__file__).parent / "cues.csv")
_AUXILIARIES = re.compile(r"^(?:(?:has|have|had|is|are|was|were|be|been|being|also|then|later|will|would|further) )+")


def label_cue(cue: str) -> tuple[int, int]:
    """The lexicon's labels of a cue as written, or without its auxiliaries."""
    cue = " ".join(cue.lower().split())
    return CUE_LABELS.get(cue) or CUE_LABELS.get(_AUXILIARIES.sub("", cue), (IGNORED, IGNORED))


@dataclass(frozen=True)
class Attribution:
    """One annotated relation; the inner relations of nested statements carry `nested`."""

    source: Ranges
    cue: Ranges
    content: Ranges
    nested: bool = False
    kind: int = IGNORED
    act: int = IGNORED


@dataclass(frozen=True)
class Article:
    """A text with its annotated attributions; `nests` says whether nested ones are annotated too."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    nests: bool = False


# Numbers of our reports from which the network does not learn: what it finds there tells how far to believe it.
HELD_OUT = range(176, 204)

# Our labels of nested relations in some of PolNeAR's articles, as offsets only.
NESTED = Path(__file__).parent / "nested.json"


def read_brat(folder: Path, nested: Path | None = None) -> list[Article]:
    """Every annotation file of a PolNeAR folder, with our labels of nested relations; malformed lines are skipped."""
    labels = json.loads(nested.read_text(encoding="utf8")) if nested and nested.exists() else {}
    articles = []
    for path in sorted((folder / "attributions").glob("*.ann")):
        stem = path.stem.rsplit("_", 1)[0]
        text = (folder / "text" / f"{stem}.txt").read_bytes().decode("utf8")
        found = _brat_events(path.read_text(encoding="utf8"), text)
        nests = stem in labels
        if nests:
            found += [_attribution(item, True) for item in labels[stem]["statements"]]
        articles.append(Article(path.stem, text, tuple(found), nests))
    return articles


def _attribution(item: dict, nested: bool) -> Attribution:
    spans = lambda pairs: tuple(Span(*pair) for pair in pairs)  # noqa: E731
    return Attribution(
        spans([item["source"]] if item["source"] else []),
        spans([item["cue"]] if item["cue"] else []),
        spans(item["content"]),
        nested,
        KINDS.index(item["kind"]),
        ACTS.index(item["act"]),
    )


def _brat_events(annotation: str, text: str) -> list[Attribution]:
    spans: dict[str, Ranges] = {}
    for line in annotation.splitlines():
        if match := re.match(r"(T\d+)\t\w[\w-]* ([\d; ]+)\t", line):
            spans[match[1]] = tuple(
                Span(*map(int, part.split())) for part in match[2].split(";") if len(set(part.split())) == 2
            )
    found = []
    for line in annotation.splitlines():
        if not line.startswith("E"):
            continue
        roles: dict[str, Ranges] = {"Source": (), "Cue": (), "Content": ()}
        for role, name in re.findall(r"(Source|Cue|Content)\d*:(T\d+)", line):
            roles[role] += spans.get(name, ())
        if roles["Cue"] and roles["Content"]:
            kind, act = label_cue(" ".join(span.of(text) for span in sorted(roles["Cue"])))
            found.append(Attribution(roles["Source"], roles["Cue"], roles["Content"], False, kind, act))
    return found


def held_out(name: str) -> bool:
    """Whether a report of ours is kept from training."""
    number = re.match(r"t(\d+)", name)
    return number is not None and int(number[1]) in HELD_OUT


def read_gold(folder: Path) -> list[Article]:
    """Our own gold: texts with the offsets of `gold.json`."""
    articles = []
    for name, record in json.loads((folder / "gold.json").read_text(encoding="utf8")).items():
        attributions = tuple(
            _attribution(item, item["nested_in"] is not None) for item in record["statements"] if item["cue"]
        )
        articles.append(Article(name, (folder / f"{name}.txt").read_text(encoding="utf8"), attributions, True))
    return articles


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_DROPPED = str.maketrans('“”"', "   ")


def roughen(text: str, rng: random.Random) -> str:
    """What the web does to a text, with every offset kept: lost breaks, lost or straightened marks, other headlines."""
    head = text.find("\n")
    if 0 < head < 200 and rng.random() < 0.5:
        headline = text[:head]
        if headline.endswith("."):
            headline = headline[:-1] + " "
        changed = rng.choice([headline, headline, headline.title(), headline.lower(), headline.upper()])
        text = (changed if len(changed) == head else headline) + text[head:]
    draw = rng.random()
    if draw < 0.10:
        text = text.replace("\n", " ")
    elif draw < 0.30:
        text = text.replace("\n\n", " \n")
    draw = rng.random()
    if draw < 0.20:
        text = text.translate(_STRAIGHT)
    elif draw < 0.27:
        text = text.translate(_DROPPED)
    elif draw < 0.37:
        text = re.sub('[“”"]', lambda mark: " " if rng.random() < 0.15 else mark.group(), text)
    return text


@dataclass(frozen=True)
class Window:
    """A stretch of pieces with its targets: `roles` a label a piece, `links` one row of labels for every cue."""

    ids: np.ndarray
    features: np.ndarray
    roles: np.ndarray
    cues: np.ndarray
    links: np.ndarray
    kinds: np.ndarray
    nests: bool


ROLE_LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
LINK_LABELS = ("O", "B-s", "I-s", "E-s", "S-s", "B-c", "I-c", "E-c", "S-c")


def piece_runs(pieces: Pieces, spans: Ranges) -> list[tuple[int, int]]:
    """The runs of pieces that the spans touch, touching runs merged."""
    covered: set[int] = set()
    for span in spans:
        first, last = pieces.within(span)
        covered.update(range(first, last))
    runs: list[tuple[int, int]] = []
    for index in sorted(covered):
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def breaks_of(pieces: Pieces) -> list[int]:
    """Where a window may begin: at line breaks, and after sentence ends where a text has none."""
    starts = [0]
    for index in range(1, len(pieces)):
        line = pieces.features[index, GAP] >= 3
        sentence = ends_sentence(pieces, index - 1) and index - starts[-1] > 160
        if line or sentence:
            starts.append(index)
    return starts


def cut_windows(article: Article, tokenizer: Tokenizer, rng: random.Random, length: int, rough: bool) -> list[Window]:
    """The article's windows for one epoch, cut at random paragraph breaks; a relation goes with its cue."""
    pieces = cut_pieces(roughen(article.text, rng) if rough else article.text, tokenizer)
    starts = breaks_of(pieces)
    relations = [
        (piece_runs(pieces, item.source), piece_runs(pieces, item.cue), piece_runs(pieces, item.content), item)
        for item in article.attributions
    ]
    windows = []
    for first, last in pack(starts, len(pieces), length, rng if rough else None):
        windows.append(_window(pieces, relations, first, last, article.nests))
    return windows


def pack(starts: list[int], total: int, length: int, rng: random.Random | None) -> list[tuple[int, int]]:
    """Whole lines packed into stretches of at most `length` pieces; with `rng`, of a random size each."""
    ends = [*starts[1:], total]
    packed, first, last = [], 0, 0
    budget = length
    for start, end in zip(starts, ends, strict=True):
        if last > first and end - first > budget:
            packed.append((first, last))
            first = start
            budget = rng.choice([length, length, length, length // 2]) if rng else length
        while end - first > length:
            packed.append((first, first + length))
            first += length
        last = end
        if rng and not packed and last - first > 60 and rng.random() < 0.3:
            packed.append((first, last))
            first = last
    if last > first:
        packed.append((first, last))
    return packed


def _window(pieces: Pieces, relations: list, first: int, last: int, nests: bool) -> Window:
    roles = np.zeros(last - first, dtype=np.int64)
    cues, links, kinds = [], [], []
    for source, cue, content, item in relations:
        if not cue or cue[0][0] < first or cue[0][1] > last:
            continue
        row = np.zeros(last - first, dtype=np.int64)
        for base, runs in ((1, source), (5, content)):
            for a, b in runs:
                a, b = max(a, first) - first, min(b, last) - first
                if b <= a:
                    continue
                if b - a == 1:
                    row[a] = base + 3
                else:
                    row[a:b] = base + 1
                    row[a], row[b - 1] = base, base + 2
        if not (row >= 5).any():
            continue
        a, b = cue[0][0] - first, min(cue[0][1], last) - first
        cues.append((a, b, item.nested))
        kinds.append((item.kind, item.act))
        links.append(row)
        for base, runs in ((5, content), (1, source), (3, cue)):
            for a, b in runs:
                a, b = max(a, first) - first, min(b, last) - first
                if b > a and not item.nested:
                    roles[a:b] = base + 1
                    roles[a] = base
    count = len(cues)
    return Window(
        pieces.ids[first:last],
        pieces.features[first:last],
        roles,
        np.array(cues, dtype=np.int64).reshape(count, 3),
        np.array(links, dtype=np.int64).reshape(count, last - first),
        np.array(kinds, dtype=np.int64).reshape(count, 2),
        nests,
    )
