"""Puts copies of layers behind them: `python -m training.deepen CHECKPOINT OUT --own FOLDER --after 3 4`.

A copy begins close to the identity: what it adds is scaled down, and its norms are fitted so that they give back the
states that come in. Training on from there is the depth up-scaling of Kim et al. (2024), SOLAR, without its loss at the
start: of the states' variance 2 % change.
"""

from __future__ import annotations

import argparse
import copy
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.corpus import cut_windows, read_gold
from training.network import Encoder, Layer, Near, network_of
from training.train import WEIGHTS, collate

# What a copy adds to its input, of what its original adds.
SHARE = 0.25
# How far the numbers of a copy lie from its original's, relatively: the exporter joins constants that are equal.
JITTER = 1e-3
ARTICLES, WINDOWS, LENGTH = 40, 24, 384


@torch.no_grad()
def deepen(encoder: Encoder, ids: Tensor, features: Tensor, mask: Tensor, after: Sequence[int]) -> list[Layer]:
    """The encoder's layers with a copy behind each of those numbered in `after` (from 0)."""
    near = Near(mask, torch.float32)
    x = encoder.embed(ids, features)
    layers = []
    for number, layer in enumerate(encoder.layers):
        x = layer(x, near)
        layers.append(layer)
        for _ in range(after.count(number)):
            x = add_copy(layer, x, near, mask, layers)
    return layers


def add_copy(layer: Layer, x: Tensor, near: Near, mask: Tensor, layers: list[Layer]) -> Tensor:
    """Append a copy of a layer whose states these are, and give the copy's states."""
    twin = copy.deepcopy(layer)
    for part in (twin.out, twin.down):
        part.weight *= SHARE
        part.bias *= SHARE
    for parameter in twin.parameters():
        parameter *= 1 + JITTER * torch.randn_like(parameter)
    for norm in (twin.norm, twin.norm2):
        seen: list[Tensor] = []
        hook = norm.register_forward_pre_hook(lambda _, given, seen=seen: seen.append(given[0]))
        twin(x, near)
        hook.remove()
        fit_norm(norm, seen[0][mask], x[mask])
    layers.append(twin)
    return twin(x, near)


def fit_norm(norm: nn.LayerNorm, given: Tensor, wanted: Tensor) -> None:
    """Least squares, unit by unit, of the wanted states on the normalised given ones, [words, HIDDEN] both."""
    z = (given - given.mean(-1, keepdim=True)) / given.std(-1, keepdim=True, unbiased=False)
    middle, goal = z.mean(0), wanted.mean(0)
    slope = ((z - middle) * (wanted - goal)).mean(0) / ((z - middle) ** 2).mean(0)
    norm.weight.copy_(slope)
    norm.bias.copy_(goal - slope * middle)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--own", type=Path, required=True, help="folder of our own compiled gold, to fit the norms on")
    parser.add_argument("--after", type=int, nargs="+", required=True, help="layers to copy, numbered from 0")
    arguments = parser.parse_args()
    torch.manual_seed(1)
    network = network_of(torch.load(arguments.checkpoint)).eval()
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    articles = read_gold(arguments.own)[:ARTICLES]
    windows = [w for article in articles for w in cut_windows(article, tokenizer, random.Random(1), LENGTH, False)]
    longest = sorted(windows, key=lambda window: -len(window.ids))[:WINDOWS]
    ids, features, mask, *_ = collate(longest)
    layers = deepen(network.encoder, ids, features, mask, arguments.after)
    network.encoder.layers = nn.ModuleList(layers)
    torch.save(network.state_dict(), arguments.out)
    print(f"{len(layers)} layers")


if __name__ == "__main__":
    main()
