"""Labels articles of the open web by the reader itself, to train on beside gold: `python -m training.silver DATA OUT`.

Self-training (Scudder 1965) with a noisy student (Xie et al. 2020): the labels are made on clean text, the network
learns them from texts roughened anew every epoch. PolNeAR is US politics only; these are of forty countries.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.clean.wordlists import words
from onrecord.model import Block, Report, Span, Statement
from onrecord.read import Reader
from onrecord.read.attribution import attribute

# An article is used when it is English, as its commonest words tell, has this many words, and attributions at all.
COMMON = words("the of and to in that is was for on with as by said has")
LEAST_COMMON = 0.17
LEAST_WORDS = 120
LEAST_STATEMENTS = 0.002
# Longer texts are cut here, in characters.
LONGEST = 24_000


def articles(pages: Path) -> Iterator[tuple[str, str, str]]:
    """Name, title and body of every page with a gold body, as `shared/data/pages` holds them."""
    for path in sorted((pages / "wcxb").glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf8"))["ground_truth"]
        yield path.stem, truth.get("title") or "", truth.get("main_content") or ""
    for path in sorted((pages / "fundus").rglob("*.json")):
        for version, truth in json.loads(path.read_text(encoding="utf8")).items():
            yield f"{path.stem}{version}", truth.get("title") or "", "\n\n".join(_texts(truth.get("body")))


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list | dict):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _texts(inner)


def report_of(title: str, body: str) -> Report | None:
    """The article as a report, or None where it is of no use."""
    said = re.findall(r"\w+", body.lower())
    if len(said) < LEAST_WORDS or sum(word in COMMON for word in said) < LEAST_COMMON * len(said):
        return None
    head, text = title.strip(), re.sub(r"[ \t]*\n\s*", "\n\n", body.strip())[:LONGEST]
    if "\r" in text or not head:
        return None
    whole = f"{head}\n\n{text}"
    return Report(
        whole, "", "", (Block("headline", Span(0, len(head))), Block("body", Span(len(head) + 2, len(whole))))
    )


def labels(statement: Statement) -> dict[str, Any]:
    """A statement as `gold.json` holds it."""
    pair = lambda span: [span.start, span.end] if span else None  # noqa: E731
    return {
        "source": pair(statement.source), "cue": pair(statement.cue), "content": [pair(s) for s in statement.content],
        "nested_in": statement.nested_in, "kind": statement.kind, "act": statement.act,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    weights = Reader.load().weights
    arguments.out.mkdir(parents=True, exist_ok=True)
    gold = {}
    for name, title, body in articles(arguments.data / "pages"):
        report = report_of(title, body)
        statements = attribute(report, weights) if report else ()
        if report and len(statements) >= LEAST_STATEMENTS * len(report.text.split()):
            (arguments.out / f"{name}.txt").write_text(report.text, encoding="utf8", newline="")
            gold[name] = {"statements": [labels(statement) for statement in statements if statement.cue]}
    (arguments.out / "gold.json").write_text(json.dumps(gold), encoding="utf8")
    print(f"{len(gold)} articles, {sum(len(item['statements']) for item in gold.values())} statements")


if __name__ == "__main__":
    main()
