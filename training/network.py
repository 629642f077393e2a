"""The attribution network: a BERT encoder with piece features, a role tagger, and a linker from cues to their roles.

The encoder is the BERT architecture (Devlin et al. 2019) at MiniLM-L6's size. The linker labels, for every cue, the
pieces of its source and content, as a predicate's arguments are labelled in semantic role labelling.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.model import ACTS, KINDS
from onrecord.read.chunks import COMMA, NO_PIECE, STOP, THE, A
from onrecord.read.nearness import BEFORE, REACH, neighbourhoods
from onrecord.read.pieces import ARTICLE, FEATURES, MARK
from training.corpus import LINK_LABELS, ROLE_LABELS

HIDDEN, HEADS, LINK = 384, 12, 192
# Units of a layer's inner step in MiniLM; ours are pruned to fewer (`prune.py`).
INNER = 1536
DISTANCES = 64
COMMA_PIECE, STOP_PIECE, THE_PIECE, A_PIECE = 1010, 1012, 1996, 1037


class Dropout(nn.Module):
    """Dropout whose masks are slices of one buffer of random bytes.

    Drawing Bernoulli masks takes longer than the matrix products of a training step on a CPU (2.4 s of 7.7 s here).
    """

    BYTES = torch.randint(0, 256, (1 << 25,), dtype=torch.uint8, generator=torch.Generator().manual_seed(7))

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        start = int(torch.randint(0, len(self.BYTES) - x.numel(), (1,)))
        kept = self.BYTES[start : start + x.numel()].view(x.shape) >= round(self.rate * 256)
        return x * (kept.to(x.dtype) * (1 / (1 - self.rate)))


class Near:
    """Who attends to whom in a padded batch: every chunk of a window to its neighbourhood (see `read/nearness.py`)."""

    def __init__(self, mask: Tensor, dtype: torch.dtype) -> None:
        batch, length = mask.shape
        plan = neighbourhoods(length)
        rows = torch.arange(batch)[:, None, None] * length
        self.queries = (rows + torch.from_numpy(plan.queries)).view(-1, plan.queries.shape[1])
        self.keys = (rows + torch.from_numpy(plan.keys)).view(-1, plan.keys.shape[1])
        size = plan.queries.size
        self.places = (torch.arange(batch)[:, None] * size + torch.from_numpy(plan.places)).flatten()
        absent = ~mask.flatten()[self.keys]
        self.mask = torch.zeros(absent.shape, dtype=dtype).masked_fill(absent, -1e4)[:, None, None, :]

    def queries_of(self, x: Tensor) -> Tensor:
        """Every chunk's own states [chunks, chunk, HIDDEN]."""
        return x.flatten(0, 1)[self.queries]

    def keys_of(self, x: Tensor) -> Tensor:
        """Every chunk's neighbourhood [chunks, neighbours, HIDDEN]."""
        return x.flatten(0, 1)[self.keys]

    def back(self, x: Tensor, batch: int, length: int) -> Tensor:
        """The chunks' states in the order of the windows [batch, length, HIDDEN]."""
        return x.flatten(0, 1)[self.places].view(batch, length, -1)


class Layer(nn.Module):
    """One post-norm transformer layer with BERT's parameter layout, query, key and value fused."""

    def __init__(self, dropout: float, inner: int) -> None:
        super().__init__()
        self.mix = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, inner)
        self.down = nn.Linear(inner, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x: Tensor, near: Near) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.mix(x).chunk(3, dim=-1)
        q, k, v = near.queries_of(q), near.keys_of(k), near.keys_of(v)
        chunks = lambda y: y.view(len(y), y.shape[1], HEADS, HIDDEN // HEADS).transpose(1, 2)  # noqa: E731
        seen = F.scaled_dot_product_attention(chunks(q), chunks(k), chunks(v), attn_mask=near.mask)
        seen = near.back(seen.transpose(1, 2).reshape(q.shape), batch, length)
        x = self.norm(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces, positions and piece features to contextual states [batch, length, HIDDEN]."""

    def __init__(self, layers: int, dropout: float, inner: int, words: int = 30522) -> None:
        super().__init__()
        self.words = nn.Embedding(words, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.features = nn.ModuleList(nn.Embedding(size, HIDDEN) for size in FEATURES)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.002)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout, inner) for _ in range(layers))
        self.drop = Dropout(dropout)

    def embed(self, ids: Tensor, features: Tensor) -> Tensor:
        """`ids` [batch, length, MOST_PIECES]: a word's vector is the mean of its pieces'."""
        room = self.positions.num_embeddings - ids.shape[1]
        begin = int(torch.randint(0, room + 1, (1,))) if self.training and room > 0 else 0
        x = mean_of_pieces(self.words, ids) + self.positions.weight[begin : begin + ids.shape[1]]
        for column, table in enumerate(self.features):
            x = x + table(features[..., column])
        return self.drop(self.norm(x))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """States after the last layer."""
        x = self.embed(ids, features)
        if torch.is_autocast_enabled("cpu"):
            x = x.bfloat16()
        near = Near(mask, x.dtype)
        for layer in self.layers:
            x = layer(x, near)
        return x


def mean_of_pieces(words: nn.Embedding, ids: Tensor) -> Tensor:
    """The mean embedding of every word's pieces, `ids` [..., MOST_PIECES] filled up with NO_PIECE."""
    present = (ids != NO_PIECE).to(words.weight.dtype).unsqueeze(-1)
    return (words(ids) * present).sum(-2) / present.sum(-2).clamp(min=1.0)


class Linker(nn.Module):
    """Labels the source and content pieces of each cue, from the states of its window and the distance to it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.distance = nn.Embedding(2 * DISTANCES + 2, LINK)
        self.near = nn.Conv1d(LINK, LINK, 7, padding=3, groups=LINK)
        self.mixed = nn.Linear(LINK, LINK)
        self.near2 = nn.Conv1d(LINK, LINK, 7, padding=3, groups=LINK)
        self.mixed2 = nn.Linear(LINK, LINK)
        self.label = nn.Linear(LINK, len(LINK_LABELS))
        self.drop = Dropout(dropout)
        nn.init.normal_(self.distance.weight, std=0.02)

    def forward(self, tokens: Tensor, cue: Tensor, place: Tensor) -> Tensor:
        """`tokens` [cues, length, LINK], `cue` [cues, LINK], `place` [cues, length] bucketed distances."""
        x = F.relu(tokens + cue[:, None] + self.distance(place))
        x = x + F.relu(self.mixed(self.near(x.transpose(1, 2)).transpose(1, 2)))
        x = self.drop(x)
        x = x + F.relu(self.mixed2(self.near2(x.transpose(1, 2)).transpose(1, 2)))
        return self.label(self.drop(x))


def crop(length: int, first: Tensor) -> Tensor:
    """The positions around every cue that the linker labels [cues, at most REACH]."""
    size = min(length, REACH)
    return (first[:, None] - BEFORE).clamp(min=0, max=length - size) + torch.arange(size)


def distances(at: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Signed distance of every position from its cue, bucketed: exact to 32, then in steps of 8; 0 inside the cue."""
    before, after = first[:, None] - at, at - (last[:, None] - 1)
    away = torch.where(before > 0, before, after).clamp(min=0)
    bucket = torch.where(away <= 32, away, 32 + (away - 32 + 7) // 8).clamp(max=DISTANCES)
    return torch.where(before > 0, DISTANCES + bucket, bucket)


class Network(nn.Module):
    """Encoder, role tagger and linker."""

    def __init__(self, layers: int = 6, inner: int = INNER, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(layers, dropout, inner)
        self.role = nn.Linear(HIDDEN, len(ROLE_LABELS))
        self.inner = nn.Linear(HIDDEN, 3)
        self.kind_first = nn.Linear(HIDDEN, len(KINDS) + len(ACTS))
        self.kind_last = nn.Linear(HIDDEN, len(KINDS) + len(ACTS))
        self.as_token = nn.Linear(HIDDEN, LINK)
        self.as_cue = nn.Linear(2 * HIDDEN, LINK)
        self.linker = Linker(dropout)

    def cue_states(self, states: Tensor, rows: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """First and last piece of each cue, projected: [cues, LINK]."""
        return self.as_cue(torch.cat([states[rows, first], states[rows, last - 1]], dim=-1))

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor, cues: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """`cues` [count, 3]: row of the batch, first piece, end piece."""
        states = self.encoder(ids, features, mask)
        rows, first, last = cues.unbind(1)
        cue = self.cue_states(states, rows, first, last)
        near = crop(ids.shape[1], first)
        tokens = self.as_token(states)[rows[:, None], near]
        links = self.linker(tokens, cue, distances(near, first, last))
        kinds = self.kind_first(states[rows, first]) + self.kind_last(states[rows, last - 1])
        return self.role(states), self.inner(states), links, kinds


def network_of(state: dict[str, Tensor]) -> Network:
    """The network of a checkpoint, of the checkpoint's own depth and width; what a checkpoint lacks stays as made."""
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
    network = Network(layers, len(state["encoder.layers.0.up.bias"]))
    network.load_state_dict(state, strict=False)
    return network


def load_minilm(network: Network, path: str) -> None:
    """Fill the encoder from MiniLM-L6 weights (safetensors); deeper encoders repeat each layer."""
    from safetensors.torch import load_file

    weights = load_file(path)
    encoder = network.encoder
    take = lambda name: weights[name]  # noqa: E731
    encoder.words.weight.data.copy_(take("embeddings.word_embeddings.weight"))
    types = take("embeddings.token_type_embeddings.weight")[0]
    encoder.positions.weight.data.copy_(take("embeddings.position_embeddings.weight") + types)
    for column, value, piece in (
        (MARK, COMMA, COMMA_PIECE), (MARK, STOP, STOP_PIECE), (ARTICLE, THE, THE_PIECE), (ARTICLE, A, A_PIECE),
    ):  # fmt: skip
        encoder.features[column].weight.data[value] = encoder.words.weight.data[piece] / 2
    encoder.norm.weight.data.copy_(take("embeddings.LayerNorm.weight"))
    encoder.norm.bias.data.copy_(take("embeddings.LayerNorm.bias"))
    for index, layer in enumerate(encoder.layers):
        base = f"encoder.layer.{index * 6 // len(encoder.layers)}."
        for part in ("weight", "bias"):
            mixed = [take(f"{base}attention.self.{name}.{part}") for name in ("query", "key", "value")]
            getattr(layer.mix, part).data.copy_(torch.cat(mixed))
            for ours, theirs in (
                (layer.out, "attention.output.dense"), (layer.norm, "attention.output.LayerNorm"),
                (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm2, "output.LayerNorm"),
            ):  # fmt: skip
                getattr(ours, part).data.copy_(take(f"{base}{theirs}.{part}"))
