"""The encoder's layers and the linker as ONNX Runtime runs them fastest on a CPU, for export only.

Chosen by measurement on one core: MultiHeadAttention without a mask, tanh GELU with its bias, layer norm as ONNX
Runtime's own operator but not fused with the sum before it (`SkipLayerNormalization` loops over scalars), and the
linker's convolutions over an image one pixel high (a tenth of the time that they take over a line).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.network import HEADS, HIDDEN, LINK, Layer, Network


class Attention(torch.autograd.Function):
    """Attention of chunks [chunks, chunk, HIDDEN] to their neighbourhoods [chunks, neighbours, HIDDEN]."""

    @staticmethod
    def forward(_context: object, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        heads = [x.view(len(x), x.shape[1], HEADS, HIDDEN // HEADS).transpose(1, 2) for x in (q, k, v)]
        return F.scaled_dot_product_attention(*heads).transpose(1, 2).reshape(q.shape)

    @staticmethod
    def symbolic(g, q, k, v):  # type: ignore[no-untyped-def]
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


class FastGelu(torch.autograd.Function):
    """GELU of states plus a bias, by its tanh form; it differs from the exact one by less than int8 does."""

    @staticmethod
    def forward(_context: object, x: Tensor, bias: Tensor) -> Tensor:
        return F.gelu(x + bias, approximate="tanh")

    @staticmethod
    def symbolic(g, x, bias):  # type: ignore[no-untyped-def]
        return g.op("com.microsoft::FastGelu", x, bias).setType(x.type())


class FusedLayer(nn.Module):
    """A trained layer over one unpadded window [length, HIDDEN]."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        parts = {"mix": layer.mix, "out": layer.out, "up": layer.up, "down": layer.down}
        self.matrices = nn.ParameterDict(
            {name: nn.Parameter(part.weight.data.T.contiguous()) for name, part in parts.items()}
        )
        self.layer = layer

    def forward(self, x: Tensor, queries: Tensor, keys: Tensor, places: Tensor) -> Tensor:
        layer, matrices = self.layer, self.matrices
        mixed = x @ matrices["mix"] + layer.mix.bias
        q, k, v = mixed.split(HIDDEN, dim=-1)
        seen = Attention.apply(q[queries], k[keys], v[keys]).reshape(-1, HIDDEN)[places] @ matrices["out"]
        x = layer.norm(seen + layer.out.bias + x)
        raised = FastGelu.apply(x @ matrices["up"], layer.up.bias) @ matrices["down"]
        return layer.norm2(raised + layer.down.bias + x)


class FlatConvolution(nn.Module):
    """A depthwise convolution along the words [cues, length, LINK], run as one over an image of one row."""

    def __init__(self, convolution: nn.Conv1d) -> None:
        super().__init__()
        (width,) = convolution.kernel_size
        self.flat = nn.Conv2d(LINK, LINK, (1, width), padding=(0, width // 2), groups=LINK)
        self.flat.weight.data = convolution.weight.data.unsqueeze(2).clone()
        assert convolution.bias is not None
        self.flat.bias = nn.Parameter(convolution.bias.data.clone())

    def forward(self, x: Tensor) -> Tensor:
        return self.flat(x.transpose(1, 2).unsqueeze(2)).squeeze(2).transpose(1, 2)


class FusedLinker(nn.Module):
    """The trained linker of a network: it looks up the states at and around every cue."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network, self.linker = network, network.linker
        self.near, self.near2 = FlatConvolution(network.linker.near), FlatConvolution(network.linker.near2)

    def forward(
        self, tokens: Tensor, states: Tensor, first: Tensor, last: Tensor, near: Tensor, place: Tensor
    ) -> tuple[Tensor, Tensor]:
        network, linker = self.network, self.linker
        begin, end = states[first], states[last]
        cue = network.as_cue(torch.cat([begin, end], dim=-1))
        x = F.relu(tokens[near] + cue[:, None] + linker.distance(place))
        x = x + F.relu(linker.mixed(self.near(x)))
        x = x + F.relu(linker.mixed2(self.near2(x)))
        return linker.label(x), network.kind_first(begin) + network.kind_last(end)
