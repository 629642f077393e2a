"""Ships a checkpoint in int8 when that costs little, else in fp32: `python -m training.gate CHECKPOINT DATA`.

Both exports read PolNeAR dev; int8 passes when it loses at most LARGEST_LOSS of the mean exact F1.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from onrecord.clean import clean_source
from onrecord.evaluate import evaluate, load_gold, read_answers
from onrecord.model import Reading, Source
from onrecord.read import Reader
from training.export import export
from training.train import WEIGHTS

LARGEST_LOSS = 0.3


def mean_exact(weights: Path, dev: Path) -> float:
    """The mean of the three exact F1 on PolNeAR dev."""
    reader = Reader.load(weights)
    corpus = load_gold(dev)

    def read(name: str, text: str) -> Reading:
        return reader.read(clean_source(Source(text.encode(), "text/plain", name)))

    value = evaluate(corpus, read_answers(corpus.articles, read), resamples=2).value("mean_exact")
    assert value
    return value.value


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("data", type=Path, help="folder that holds polnear/")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = {}
        for name, quantise in (("int8", True), ("fp32", False)):
            export(arguments.checkpoint, Path(folder) / name, quantise)
            figures[name] = mean_exact(Path(folder) / name, arguments.data / "polnear/dev")
            print(f"{name}: mean exact F1 {figures[name]:.2f}", flush=True)
        chosen = "int8" if figures["fp32"] - figures["int8"] <= LARGEST_LOSS else "fp32"
        for path in (Path(folder) / chosen).iterdir():
            shutil.copyfile(path, arguments.out / path.name)
        print(f"shipped {chosen}")


if __name__ == "__main__":
    main()
