"""The encoder's layers written with ONNX Runtime's fused operators, for export only.

`Attention`, `SkipLayerNormalization` and `BiasGelu` of the com.microsoft domain do in one kernel what a plain export
spells out in a dozen nodes each; Attention also quantises as a whole (QAttention).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.network import HEADS, HIDDEN, Layer


class FusedAttention(torch.autograd.Function):
    """Self-attention with one matrix for query, key and value; `mask` [windows, length], 1 where a piece is."""

    @staticmethod
    def forward(_context: object, x: Tensor, weight: Tensor, bias: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (x @ weight + bias).view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        away = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=away)
        return seen.transpose(1, 2).reshape(batch, length, HIDDEN)

    @staticmethod
    def symbolic(g, x, weight, bias, mask):  # type: ignore[no-untyped-def]
        return g.op("com.microsoft::Attention", x, weight, bias, mask, num_heads_i=HEADS).setType(x.type())


class FusedSkipNorm(torch.autograd.Function):
    """Layer norm of the sum of two states and a bias."""

    @staticmethod
    def forward(_context: object, x: Tensor, skip: Tensor, gamma: Tensor, beta: Tensor, bias: Tensor) -> Tensor:
        return F.layer_norm(x + skip + bias, (HIDDEN,), gamma, beta, 1e-12)

    @staticmethod
    def symbolic(g, x, skip, gamma, beta, bias):  # type: ignore[no-untyped-def]
        normed = g.op("com.microsoft::SkipLayerNormalization", x, skip, gamma, beta, bias, epsilon_f=1e-12)
        return normed.setType(x.type())


class FusedGelu(torch.autograd.Function):
    """GELU of states plus a bias."""

    @staticmethod
    def forward(_context: object, x: Tensor, bias: Tensor) -> Tensor:
        return F.gelu(x + bias)

    @staticmethod
    def symbolic(g, x, bias):  # type: ignore[no-untyped-def]
        return g.op("com.microsoft::BiasGelu", x, bias).setType(x.type())


class FusedLayer(nn.Module):
    """A trained layer, its parts fused; takes the mask of pieces instead of an additive bias."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.mix = nn.Parameter(layer.mix.weight.data.T.contiguous())
        self.mix_bias = nn.Parameter(layer.mix.bias.data.clone())
        self.out = nn.Parameter(layer.out.weight.data.T.contiguous())
        self.up = nn.Parameter(layer.up.weight.data.T.contiguous())
        self.down = nn.Parameter(layer.down.weight.data.T.contiguous())
        self.layer = layer

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        layer = self.layer
        seen = FusedAttention.apply(x, self.mix, self.mix_bias, mask) @ self.out
        x = FusedSkipNorm.apply(seen, x, layer.norm.weight, layer.norm.bias, layer.out.bias)
        raised = FusedGelu.apply(x @ self.up, layer.up.bias) @ self.down
        return FusedSkipNorm.apply(raised, x, layer.norm2.weight, layer.norm2.bias, layer.down.bias)
