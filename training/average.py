"""Averages two checkpoints of one line of training: `python -m training.average FIRST SECOND SHARE OUT`.

The mean of weights along one descent generalises better than either end (Izmailov et al. 2018). SHARE is the second's.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("share", type=float)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    first, second = torch.load(arguments.first), torch.load(arguments.second)
    torch.save({name: value.lerp(second[name], arguments.share) for name, value in first.items()}, arguments.out)


if __name__ == "__main__":
    main()
