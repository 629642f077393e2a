"""Trains the attribution network: `python -m training.train --data FOLDER --out FOLDER`.

Reads PolNeAR (and our own press-register reports), writes a checkpoint after every epoch, continues from one when it
is there.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, distributed
from torch.nn import functional as F

from onrecord.model import KINDS
from onrecord.read.chunks import MOST_PIECES, NO_PIECE
from onrecord.read.pieces import FEATURES, SHAPE
from training.corpus import IGNORED, NESTED, Article, Window, cut_windows, held_out, read_brat, read_gold
from training.network import Network, crop, load_minilm, network_of

WEIGHTS = Path(__file__).parent.parent / "src/onrecord/weights"


def batches(windows: list[Window], budget: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, `budget` pieces a batch, in random order."""
    ordered = sorted(windows, key=lambda window: len(window.ids) + rng.random() * 12)
    groups: list[list[Window]] = [[]]
    for window in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(window.ids) > budget:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    return groups


# Capitalised words that stand for another of their batch, and words that are unknown, in a training batch: names are
# not to be learned by heart when a text is seen a dozen times.
OTHER_NAMES, UNKNOWN_WORDS = 0.12, 0.02
UNKNOWN, INITIAL = 100, 1
# Steps from one checkpoint to the next.
SAVED_EVERY = 200


def disguise(ids: np.ndarray, features: np.ndarray, rng: np.random.Generator) -> None:
    """Exchange some names of a batch and hide some words, in place."""
    draw = rng.random(ids.shape[:2])
    names = np.flatnonzero(features[..., SHAPE] == INITIAL)
    chosen = names[draw.reshape(-1)[names] < OTHER_NAMES]
    flat = ids.reshape(-1, ids.shape[-1])
    if len(chosen):
        flat[chosen] = flat[rng.permutation(chosen)]
    hidden = (draw > 1 - UNKNOWN_WORDS) & (ids[..., 0] != NO_PIECE)
    ids[hidden] = [UNKNOWN] + [NO_PIECE] * (MOST_PIECES - 1)


def collate(group: list[Window], rng: np.random.Generator | None = None) -> tuple[Tensor, ...]:
    """Padded arrays of a batch: ids, features, mask, roles, inner cue labels, cues, link labels, kinds and acts."""
    length = max(len(window.ids) for window in group)
    ids = np.zeros((len(group), length, MOST_PIECES), dtype=np.int64)
    features = np.zeros((len(group), length, len(FEATURES)), dtype=np.int64)
    mask = np.zeros((len(group), length), dtype=bool)
    roles = np.full((len(group), length), IGNORED)
    inner = np.full((len(group), length), IGNORED)
    cues, links, kinds = [], [], []
    for row, window in enumerate(group):
        size = len(window.ids)
        ids[row, :size], features[row, :size], mask[row, :size] = window.ids, window.features, True
        roles[row, :size] = window.roles
        if window.nests:
            inner[row, :size] = 0
        for (first, last, nested), labels, kind in zip(window.cues, window.links, window.kinds, strict=True):
            cues.append((row, first, last))
            kinds.append(kind)
            links.append(np.pad(labels, (0, length - size), constant_values=IGNORED))
            if nested:
                inner[row, first:last], inner[row, first] = 2, 1
    if rng:
        disguise(ids, features, rng)
    return tuple(
        torch.from_numpy(array)
        for array in (ids, features, mask, roles, inner, integers(cues, 3), integers(links, length),
                      integers(kinds, 2))
    )  # fmt: skip


def integers(rows: list, width: int) -> np.ndarray:
    """Rows as a matrix of whole numbers, also where there are none: windows without a cue fill a batch now and then."""
    return np.array(rows, dtype=np.int64).reshape(-1, width)


def losses(network: Network, batch: tuple[Tensor, ...]) -> dict[str, Tensor]:
    """Each task's cross-entropy; a link is averaged over what it labels, not over the outside of its window."""
    ids, features, mask, roles, inner, cues, links, kinds = batch
    with torch.autocast("cpu", dtype=torch.bfloat16):
        role, within, link, kind = network(ids, features, mask, cues)
    entropy = lambda scores, labels: F.cross_entropy(  # noqa: E731
        scores.float().flatten(0, -2), labels.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    count = max(1, len(cues))
    near = crop(ids.shape[1], cues[:, 1])
    links = links[torch.arange(len(cues))[:, None], near]
    return {
        "role": 3 * entropy(role, roles) / mask.sum(),
        "inner": entropy(within, inner) / mask.sum(),
        "link": entropy(link, links) / max(1, int((links > 0).sum())),
        "kind": 0.2 * entropy(kind[:, : len(KINDS)], kinds[:, 0]) / count,
        "act": 0.3 * entropy(kind[:, len(KINDS) :], kinds[:, 1]) / count,
    }


def average_gradients(network: Network) -> None:
    """Mean gradient over the processes, in one exchange."""
    gradients = [p.grad if p.grad is not None else torch.zeros_like(p) for p in network.parameters()]
    flat = torch.cat([gradient.flatten() for gradient in gradients]).bfloat16()
    distributed.all_reduce(flat)
    start = 0
    for parameter, gradient in zip(network.parameters(), gradients, strict=True):
        parameter.grad = flat[start : start + gradient.numel()].view_as(gradient).float() / distributed.get_world_size()
        start += gradient.numel()


def parameter_groups(network: Network, rate: float, decay: float) -> list[dict]:
    """Learning rates that fall by `decay` with every layer towards the input; heads learn fastest."""
    count = len(network.encoder.layers)
    groups = []
    for name, parameter in network.named_parameters():
        if name.startswith("encoder.layers."):
            depth = count - 1 - int(name.split(".")[2])
            factor = decay**depth
        elif name.startswith("encoder.features"):
            factor = 5.0
        elif name.startswith("encoder."):
            factor = decay**count
        else:
            factor = 5.0
        groups.append({"params": [parameter], "lr": rate * factor, "factor": factor,
                       "weight_decay": 0.01 if parameter.ndim > 1 else 0.0})  # fmt: skip
    return groups


def train(arguments: argparse.Namespace) -> None:
    """Train from MiniLM or from a checkpoint."""
    if arguments.world > 1:
        torch.set_num_threads(1)
        distributed.init_process_group("gloo", f"file://{arguments.meet.resolve()}", rank=arguments.rank,
                                       world_size=arguments.world)  # fmt: skip
    torch.manual_seed(arguments.seed)
    rng = random.Random(arguments.seed)
    noise = np.random.default_rng(arguments.seed * 2 + arguments.rank)
    tokenizer = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    articles = read_brat(arguments.data / "polnear/train", NESTED) if arguments.data else []
    own = [item for folder in arguments.own for item in read_gold(folder) if not held_out(item.name)]
    silver = [article for folder in arguments.silver for article in read_gold(folder)]
    network = network_of(torch.load(arguments.start)) if arguments.start else Network(arguments.layers)
    if not arguments.start:
        load_minilm(network, arguments.minilm)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    groups = parameter_groups(network, arguments.rate, 0.92)
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6)
    arguments.out.mkdir(parents=True, exist_ok=True)
    windows = make_windows([*articles, *some(silver, rng)], own, arguments.repeat, tokenizer, rng, arguments.length)
    steps = arguments.epochs * len(shared_out(batches(windows, arguments.budget, rng)))
    step, began, part = 0, time.time(), 0.0
    for epoch in range(arguments.epochs):
        if epoch:
            windows = make_windows(
                [*articles, *some(silver, rng)], own, arguments.repeat, tokenizer, rng, arguments.length
            )
        for group in shared_out(batches(windows, arguments.budget, rng)):
            part = agreed(
                min(1.0, (time.time() - began) / 60 / arguments.minutes if arguments.minutes else step / steps)
            )
            if part >= 1.0:
                break
            scale = min(1.0, (part + 1e-3) / 0.06) * (
                arguments.floor + (1 - arguments.floor) * 0.5 * (1 + math.cos(math.pi * part))
            )
            for settings in optimiser.param_groups:
                settings["lr"] = arguments.rate * settings["factor"] * scale
            network.train()
            loss = losses(network, collate(group, noise))
            optimiser.zero_grad(set_to_none=True)
            torch.stack(list(loss.values())).sum().backward()
            if distributed.is_initialized():
                average_gradients(network)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            keep = min(0.998, step / (step + 20))
            if step % 2 == 0:
                with torch.no_grad():
                    for name, value in network.state_dict().items():
                        average[name].lerp_(value, 1 - keep**2)
            if step % 20 == 0 and not (distributed.is_initialized() and distributed.get_rank()):
                minutes = (time.time() - began) / 60
                shown = " ".join(f"{name} {value.item():.3f}" for name, value in loss.items())
                print(f"step {step}/{steps} {shown} {minutes:.1f} min, {100 * part:.0f} % done", flush=True)
                if step % SAVED_EVERY == 0:
                    save(average, arguments.out)
        if not (distributed.is_initialized() and distributed.get_rank()):
            save(average, arguments.out)
            print(f"epoch {epoch + 1} done", flush=True)
        if part >= 1.0:
            break


def save(average: dict[str, Tensor], folder: Path) -> None:
    """Write the averaged state, whole or not at all."""
    torch.save(average, folder / "average.pt.new")
    (folder / "average.pt.new").replace(folder / "average.pt")


def some(silver: list[Article], rng: random.Random) -> list[Article]:
    """The half of the machine-labelled articles that an epoch sees."""
    return rng.sample(silver, len(silver) // 2)


def agreed(part: float) -> float:
    """The processes' mean, so that all stop at the same step."""
    if not distributed.is_initialized():
        return part
    shared = torch.tensor([part], dtype=torch.float64)
    distributed.all_reduce(shared)
    return shared.item() / distributed.get_world_size()


def shared_out(groups: list[list[Window]]) -> list[list[Window]]:
    """This process's share of the batches: neighbours in length go to the same step."""
    if not distributed.is_initialized():
        return groups
    size, rank = distributed.get_world_size(), distributed.get_rank()
    return groups[rank::size][: len(groups) // size]


def make_windows(
    articles: list[Article], own: list[Article], repeat: int, tokenizer: Tokenizer, rng: random.Random, length: int
) -> list[Window]:
    """One epoch's windows, cut and roughened anew."""
    return [
        window
        for article in [*articles, *own * repeat]
        for window in cut_windows(article, tokenizer, rng, length, True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder that holds polnear/")
    parser.add_argument("--own", type=Path, nargs="*", default=[], help="folders of our own compiled gold")
    parser.add_argument("--silver", type=Path, nargs="*", default=[], help="the same, labelled by the reader itself")
    parser.add_argument("--repeat", type=int, default=2, help="how often own reports are seen an epoch")
    parser.add_argument("--minilm", required=True, help="model.safetensors of MiniLM-L6")
    parser.add_argument("--start", type=Path, help="checkpoint to begin from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--minutes", type=float, help="anneal over this time instead of over the epochs")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--length", type=int, default=384)
    parser.add_argument("--budget", type=int, default=4608)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--floor", type=float, default=0.02)
    parser.add_argument("--world", type=int, default=1, help="processes that train together, one thread each")
    parser.add_argument("--rank", type=int, default=0)
    parser.add_argument("--meet", type=Path, help="file where the processes meet")
    parser.add_argument("--seed", type=int, default=13)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
