"""The encoder's layers as ONNX Runtime runs them fastest on a CPU, for export only.

Chosen by measurement on one core: MultiHeadAttention without a mask, tanh GELU with its bias, and layer norm as
ONNX Runtime's own operator but not fused with the sum before it (`SkipLayerNormalization` loops over scalars).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.network import HEADS, HIDDEN, Layer


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
