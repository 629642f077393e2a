"""Leaves out the least useful inner units of every layer: `python -m training.prune CHECKPOINT UNITS OUT --data DATA`.

A unit's use is the change of the loss that its absence would bring, to first order: the product of its outgoing
weights with their gradient (Molchanov et al. 2019, "Importance Estimation for Neural Network Pruning"). A network is
trained on after it.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.corpus import NESTED, read_brat
from training.network import Network, network_of
from training.train import WEIGHTS, batches, collate, losses, make_windows

BATCHES = 60


def uses(network: Network, data: Path) -> list[Tensor]:
    """Every layer's use of its inner units [units], over some batches of PolNeAR train."""
    rng = random.Random(5)
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    articles = read_brat(data / "polnear/train", NESTED)
    windows = make_windows(rng.sample(articles, 160), [], 1, tokenizer, rng, 384)
    found = [torch.zeros(len(layer.up.bias)) for layer in network.encoder.layers]
    network.eval()
    for group in batches(windows, 2304, rng)[:BATCHES]:
        network.zero_grad()
        torch.stack(list(losses(network, collate(group)).values())).sum().backward()
        for total, layer in zip(found, network.encoder.layers, strict=True):
            total += (layer.down.weight * layer.down.weight.grad).sum(0).detach() ** 2
    return found


def prune(state: dict[str, Tensor], found: list[Tensor], units: int) -> dict[str, Tensor]:
    """The checkpoint with the most useful units of each layer only."""
    state = dict(state)
    for index, use in enumerate(found):
        kept = use.topk(units).indices.sort().values
        base = f"encoder.layers.{index}."
        state[f"{base}up.weight"] = state[f"{base}up.weight"][kept].clone()
        state[f"{base}up.bias"] = state[f"{base}up.bias"][kept].clone()
        state[f"{base}down.weight"] = state[f"{base}down.weight"][:, kept].clone()
    return state


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("units", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    network = network_of(torch.load(arguments.checkpoint))
    found = uses(network, arguments.data)
    shares = [(use.topk(arguments.units).values.sum() / use.sum()).item() for use in found]
    print("use kept, by layer:", " ".join(f"{share:.3f}" for share in shares))
    torch.save(prune(network.state_dict(), found, arguments.units), arguments.out)


if __name__ == "__main__":
    main()
