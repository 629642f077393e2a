"""Fits `tellings.json`, the weights by which the words of a sentence decide whether it tells an occasion.

`python -m training.occasions` reads the invented sentences of `occasions_examples.txt` and `occasions_frames.txt` and
our own press-register reports with the occasions of their gold (t01 to t105: `occasions.csv`, where `told` names the
words that tell what no rule finds). A sentence of a report counts as telling the type that a rule finds there and its
gold confirms; where a statement was made at an occasion and no rule finds words for it, its sentence may tell it.
The model has the classes none and every pair of a word and a type (`tellings.py`), with a pull to zero; `--folds 5`
reports what it is worth on reports and sentences that it did not see.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from evaluation.occasions import gold_report, gold_statements
from onrecord.evaluate.markup import compile_report
from onrecord.model import OCCASION_TYPES, Block, Report, Span
from onrecord.read.occasions.mentions import Mention, Setting, find_mentions
from onrecord.read.occasions.overlooked import setting_of
from onrecord.read.occasions.phrases import find_phrases
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.sentences import SAID, read_sentences
from onrecord.read.occasions.tellings import WEIGHTS

HERE = Path(__file__).parent
NONE = 0
PULL = 1.0
# What a sentence of a report that tells nothing weighs.
QUIET = 0.5
# A sign must be seen in this many sentences to get a weight; one below `LEAST_WEIGHT` is dropped.
LEAST_SEEN = 2
LEAST_WEIGHT = 0.05
# What lies this near to a sentence without statements may be said at the occasion that it tells, in characters.
NEAR = 400
_STEPS = 100
_FIRST_BIAS = -3.0
_HIGHEST = 30.0
# What stands for somebody's words in a frame while it is read.
_WORDS = "nobody will be left behind"
_PEOPLE = """Orla Venn|Tamsin Roe|Ilo Denk|Marit Solveig|Anton Brekk|Lusine Hakobi|Farid Osman|Prof. Ada Lund|
Grace Okello|Pedro Vallas|Tomas Quill|Yara Benn|Inspector Dov Harl|Mrs Ruda Kemp|Senator Abel Toth|Noor Haddad|
Juma Wekesa|Elin Strand|Bo Tarn|Kei Morita"""
_OUTLETS = """Dnevni Sport|the Bell|Radio Cumbre|Pallet & Crate|The Harbour Courier|Canal 9|La Voz de Tarn|Morgenbladet|
the BNS agency|the Dorn Gazette|Capitol Morning|Gulf Monitor|The Tribune|state television|Sunup|NewsHour|Kurier|Al-Mina|
the Evening Post|Radio Norr|Business Daily|KTV|the Herald|Tidende|Dawn FM|Slobodna|the Weekly|Prensa Salar|Channel Six|
The Ledger"""
_TOWNS = "Karsa|Norvel|Port Amsel|Tolm|Lodrin|Brastava|San Telmo|Dorn|Villa Qori|Westmark|Tarn|Kestrel Bay"
_FILLS = {
    mark: names.replace("\n", "").split("|") for mark, names in zip("@$%", (_PEOPLE, _OUTLETS, _TOWNS), strict=True)
}
_SAY = (
    r"(?:said|says|say|announced|declared|claimed|insisted|admitted|added|revealed|confessed|argued|vowed|promised|noted|"
    r"stated|stressed|hinted|explained|denied|conceded|joked|maintained|recalled|replied|answered|confirmed|complained|"
    r"suggested)"
)
# Somebody's words in the sentences that do not mark them: what follows "that", or a verb of saying and an article.
_TOLD = (
    re.compile(rf"\b(?:{_SAY}|warned|told|tells|informed|assured|reminded)\b[^.;\x00]{{0,60}}?\s(?=that\s)"),
    re.compile(
        rf"\b{_SAY}\s+(?=(?:the|he|she|it|they|his|her|its|their|there|nobody|no|a|an|[a-z]+s)\s+(?!(?:in|on|at|to|press|media)\b))"
    ),
)


@dataclass(frozen=True)
class Row:
    """The mentions of one sentence, the types that it may tell (0: none), and which mentions may tell them."""

    mentions: tuple[Mention, ...]
    kinds: tuple[int, ...]
    weight: float
    group: str
    inside: tuple[bool, ...]
    text: str
    surprise: bool = False

    @property
    def kind(self) -> int:
        """The number of the type that it surely tells, 0 where it may tell none."""
        return 0 if NONE in self.kinds else self.kinds[0]


def read_examples() -> Iterator[Row]:
    """The invented sentences; a line's marks tell its type, sentences of the line without one tell none."""
    for line in (HERE / "occasions_examples.txt").read_text(encoding="utf8").splitlines():
        yield from _read_line(line)
    for line in (HERE / "occasions_frames.txt").read_text(encoding="utf8").splitlines():
        yield from _read_line(_fill(line) if line[:1] not in "=#" else line)


_type_now = [NONE]


def _read_line(line: str) -> Iterator[Row]:
    if line.startswith("= "):
        _type_now[0] = OCCASION_TYPES.index(line[2:]) + 1 if line[2:] != "none" else NONE
    elif line and not line.startswith("#"):
        setting = Setting(head=line[0] == "^", release=line[0] in "^~")
        text, marks = _unmark(line.lstrip("^~"))
        narrative = _narrative(text, [mark.start for mark in marks])
        report = Report(text, "", "", (Block("body", Span(0, len(text))),))
        for sentence in read_sentences(report):
            own = [mark for mark in marks if sentence.span.start <= mark.start < sentence.span.end]
            mentions = tuple(find_mentions(narrative, sentence.span, setting))
            inside = tuple(any(mark.start <= m.span.start < mark.end for mark in own) for m in mentions)
            kinds = (_type_now[0] if own else NONE,)
            yield Row(mentions, kinds, 1.0, text, inside if any(inside) else (True,) * len(mentions), text)


def _fill(line: str) -> str:
    """A frame with persons, outlets and towns in it, the same at every run."""
    seed, made = int(hashlib.sha256(line.encode()).hexdigest(), 16), ""
    for letter in line.replace("{}", _WORDS):
        names = _FILLS.get(letter)
        if names:
            name = names[seed % len(names)]
            seed = seed // 7 + 13
            article = name[:4].lower() == "the " and made.rstrip("[").lower().endswith("the ")
            made += name[4:] if article else name
        else:
            made += letter
    return made


def _unmark(line: str) -> tuple[str, list[Span]]:
    """A line without its brackets, and what they held."""
    text, marks, start = "", [], 0
    for letter in line:
        if letter == "[":
            start = len(text)
        elif letter == "]":
            marks.append(Span(start, len(text)))
        else:
            text += letter
    return text, marks


def _narrative(text: str, marks: Sequence[int]) -> str:
    """The text without somebody's words: a frame's, what stands in quotation marks, and what follows "said that"."""
    if _WORDS in text:
        return text.replace(_WORDS, SAID * len(_WORDS))
    text = re.sub(r"\"[^\"\n]*\"", lambda match: SAID * len(match.group()), text)
    for pattern in _TOLD:
        for match in list(pattern.finditer(text)):
            start, end = match.end(), text.find(". ", match.end())
            end = end if end >= 0 else len(text.rstrip("."))
            if not any(start <= mark < end for mark in marks):
                text = text[:start] + SAID * (end - start) + text[end:]
    return text


def read_reports(folder: Path = HERE / "reports") -> Iterator[Row]:
    """The sentences of our reports."""
    extra = read_extra(HERE / "occasions.csv")
    for path in sorted(folder.glob("*.gold")):
        text, record = compile_report(path)
        record = json.loads(json.dumps(record, default=str))
        told = annotate(record, extra.get(path.stem, []))
        yield from _rows(path.stem, text, record, told)


def read_extra(path: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    with path.open(encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["report"], []).append(row)
    return found


def annotate(record: dict[str, Any], rows: Sequence[dict[str, str]]) -> list[tuple[str, int]]:
    """Give the statements of a report the types of `occasions.csv`; what is left open has the type "open"."""
    record["types"] = {o["id"]: o["type"] for o in record.get("occasions") or []}
    for number, row in enumerate(rows):
        key, people = f"extra {number}", row["people"].replace(" (interviewer)", "").split("; ")
        record["types"][key] = row["type"]
        for item in record["statements"]:
            mine = row["type"] == "open" or item["speaker"] in people
            if int(item["id"]) in _numbers(row["statements"]) and mine:
                item["occasion"] = key
    return [(row["told"], OCCASION_TYPES.index(row["type"]) + 1) for row in rows if row["told"]]


def _numbers(ranges: str) -> set[int]:
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


def _rows(name: str, text: str, record: dict[str, Any], told: Sequence[tuple[str, int]]) -> Iterator[Row]:
    scene = Scene.of(gold_report(name, text, record), gold_statements(record))
    said = [
        ((item["cue"] or item["content"][0])[0], record["types"].get(item.get("occasion")))
        for item in record["statements"]
        if not item["nested_in"]
    ]
    hand = [(text.find(words), kind) for words, kind in told]
    for number, sentence in enumerate(scene.sentences):
        span = sentence.span
        here = {kind for at, kind in said if span.start <= at < span.end}
        near = here or {kind for at, kind in said if span.start - NEAR // 2 <= at < span.end + NEAR}
        found = [phrase.type for phrase in find_phrases(scene.narrative, span, head=sentence.block != "body")]
        right = [OCCASION_TYPES.index(kind) + 1 for kind in found if kind in near]
        mine = [kind for at, kind in hand if span.start <= at < span.end]
        if "open" in here:
            continue
        sure = tuple(dict.fromkeys(mine or right[:1]))
        maybe = sorted(OCCASION_TYPES.index(kind) + 1 for kind in here if kind in OCCASION_TYPES)
        mentions = tuple(find_mentions(scene.narrative, span, setting_of(scene, number)))
        words = scene.narrative[span.start : span.end].replace(SAID, "")
        yield Row(
            mentions,
            sure or (NONE, *maybe),
            1.0 if sure else QUIET,
            name,
            (True,) * len(mentions),
            words,
            surprise=not found,
        )


@dataclass(frozen=True)
class Model:
    """Signs, their weights [signs, types], and the bias of every type."""

    signs: list[str]
    weights: np.ndarray
    bias: np.ndarray


def fit(rows: Sequence[Row]) -> Model:
    """The weights that make the rows likeliest."""
    rows = [row for row in rows if row.mentions]
    seen = Counter(sign for row in rows for sign in {sign for mention in row.mentions for sign in mention.signs})
    signs = sorted(sign for sign, count in seen.items() if count >= LEAST_SEEN)
    x = _matrix(signs, rows)
    turned, many = x.T.tocsr(), len(OCCASION_TYPES)
    sizes = [len(row.mentions) for row in rows]
    first, row_of = np.cumsum([0, *sizes])[:-1], np.repeat(np.arange(len(rows)), sizes)
    worth = np.array([row.weight for row in rows])
    none = np.array([float(NONE in row.kinds) for row in rows])
    may = np.array([[float(kind + 1 in row.kinds) for kind in range(many)] for row in rows])[row_of]
    may *= np.array([inside for row in rows for inside in row.inside], float)[:, None]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = flat[:-many].reshape(len(signs), many), flat[-many:]
        grown = np.exp(np.clip(x @ weights + bias, -_HIGHEST, _HIGHEST))
        whole = 1 + np.add.reduceat(grown.sum(1), first)
        right = none + np.add.reduceat((grown * may).sum(1), first) + 1e-12
        cost = (worth * (np.log(whole) - np.log(right))).sum() + 0.5 * PULL * (weights**2).sum()
        slope = grown * (worth / whole)[row_of][:, None] - grown * may * (worth / right)[row_of][:, None]
        return float(cost), np.concatenate([(turned @ slope + PULL * weights).ravel(), slope.sum(0)])

    begin = np.concatenate([np.zeros(len(signs) * many), np.full(many, _FIRST_BIAS)])
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    return Model(signs, found[:-many].reshape(len(signs), many), found[-many:])


def _matrix(signs: Sequence[str], rows: Sequence[Row]) -> csr_matrix:
    place = {sign: number for number, sign in enumerate(signs)}
    columns = [[place[sign] for sign in mention.signs if sign in place] for row in rows for mention in row.mentions]
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for row in columns for column in row])
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(columns), len(signs)))


def chances(model: Model, rows: Sequence[Row]) -> np.ndarray:
    """The chance of every type: [rows, types]; what is left to 1 is that of none."""
    place = {sign: number for number, sign in enumerate(model.signs)}
    made = np.zeros((len(rows), len(OCCASION_TYPES)))
    for number, row in enumerate(rows):
        known = [[place[sign] for sign in mention.signs if sign in place] for mention in row.mentions]
        grown = np.exp([model.bias + model.weights[columns].sum(0) for columns in known]) if known else np.zeros((1, 8))
        made[number] = grown.sum(0) / (1 + grown.sum())
    return made


def fold_of(group: str, folds: int) -> int:
    """A fold that stays the same whatever else is read."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def report_folds(examples: Sequence[Row], rows: Sequence[Row], folds: int) -> None:
    """What the model says of sentences and reports that it did not see."""
    held: list[tuple[Row, np.ndarray]] = []
    both = [*examples, *rows]
    for fold in range(folds):
        out = [row for row in both if fold_of(row.group, folds) == fold]
        model = fit([row for row in both if fold_of(row.group, folds) != fold])
        held += zip(out, chances(model, out), strict=True)
    report(held, {row.group for row in examples})


def report(held: Sequence[tuple[Row, np.ndarray]], ours: set[str]) -> None:
    """Print the shares that are right and false at several thresholds."""
    for least in (0.3, 0.5, 0.7, 0.85):
        told = [(row, chance) for row, chance in held if row.kind]
        right = sum(c.sum() > least and int(c.argmax()) + 1 == row.kind for row, c in told)
        false = [c.sum() > least for row, c in held if row.group in ours and not row.kind]
        quiet = [c.sum() > least for row, c in held if row.group not in ours and row.kinds == (NONE,) and row.surprise]
        print(
            f"{least}: right {right}/{len(told)}, false {sum(false)}/{len(false)}, in reports {sum(quiet)}/{len(quiet)}"
        )


def write(model: Model, path: Path) -> int:
    """Write the weights; how many signs have one."""
    kept: dict[str, list[float]] = {}
    for sign, row in zip(model.signs, model.weights, strict=True):
        worth = [round(float(weight), 2) if abs(weight) >= LEAST_WEIGHT else 0 for weight in row]
        if any(worth):
            kept[sign] = worth
    lines = ",\n".join(f"  {json.dumps(sign, ensure_ascii=False)}: {json.dumps(row)}" for sign, row in kept.items())
    shown = json.dumps([round(float(b), 2) for b in model.bias])
    path.write_text(f'{{"bias": {shown},\n "weights": {{\n{lines}\n}}}}\n', encoding="utf8")
    return len(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folds", type=int, help="measure on parts held out, and write nothing")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more folders of gold reports")
    parser.add_argument("--without", default="", help="leave out reports whose name matches this pattern, and measure")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    examples, rows = list(read_examples()), list(read_reports())
    for folder in arguments.also:
        rows += read_reports(folder)
    if arguments.folds:
        report_folds(examples, rows, arguments.folds)
        return
    out = [row for row in rows if arguments.without and re.match(arguments.without, row.group)]
    model = fit([*examples, *(row for row in rows if row not in out)])
    if out:
        report(list(zip(out, chances(model, out), strict=True)), set())
    print(f"{write(model, arguments.out)} signs of {len(examples)} sentences and {len(rows) - len(out)} of reports")


if __name__ == "__main__":
    main()
