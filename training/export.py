"""Exports a checkpoint to the ONNX files that ship: `python -m training.export CHECKPOINT [--fp32] [--out FOLDER]`."""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.read.chunks import MOST_PIECES
from onrecord.read.nearness import neighbourhoods
from onrecord.read.pieces import FEATURES
from training.fused import FusedLayer, FusedLinker
from training.network import HIDDEN, LINK, Network, mean_of_pieces, network_of
from training.train import WEIGHTS


class EncoderGraph(nn.Module):
    """The encoder with the heads that need no cue."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in network.encoder.layers)

    def forward(
        self, ids: Tensor, features: Tensor, queries: Tensor, keys: Tensor, places: Tensor
    ) -> tuple[Tensor, ...]:
        network = self.network
        encoder = network.encoder
        states = mean_of_pieces(encoder.words, ids) + encoder.positions.weight[: ids.shape[0]]
        for column, table in enumerate(encoder.features):
            states = states + table(features[..., column])
        states = encoder.norm(states)
        for layer in self.layers:
            states = layer(states, queries, keys, places)
        return network.role(states), network.inner(states), network.as_token(states), states


def export(checkpoint: Path, out: Path, quantise: bool) -> None:
    """Write encoder.onnx, linker.onnx and the manifest with their digests."""
    network = network_of(torch.load(checkpoint)).eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "encoder.onnx"
        ids = torch.ones(200, MOST_PIECES, dtype=torch.long)
        features = torch.zeros(200, len(FEATURES), dtype=torch.long)
        plan = neighbourhoods(200)
        near = {name: torch.from_numpy(getattr(plan, name)) for name in ("queries", "keys", "places")}
        names = ["roles", "inner", "tokens", "states"]
        axes = {name: {0: "length"} for name in ["ids", "features", "places", *names]}
        axes |= {"queries": {0: "chunks", 1: "chunk"}, "keys": {0: "chunks", 1: "neighbours"}}
        torch.onnx.export(
            EncoderGraph(network).eval(), (ids, features, *near.values()), str(full),
            input_names=["ids", "features", *near], output_names=names, dynamic_axes=axes,
            dynamo=False, opset_version=17, custom_opsets={"com.microsoft": 1},
        )  # fmt: skip
        linker = Path(folder) / "linker.onnx"
        cues = (*torch.zeros(2, 2, dtype=torch.long), *torch.zeros(2, 2, 7, dtype=torch.long))
        torch.onnx.export(
            FusedLinker(network).eval(), (torch.zeros(9, LINK), torch.zeros(9, HIDDEN), *cues), str(linker),
            input_names=["tokens", "states", "first", "last", "near", "place"], output_names=["links", "kinds"],
            dynamic_axes={**{name: {0: "length"} for name in ("tokens", "states")},
                          **{name: {0: "cues"} for name in ("first", "last", "kinds")},
                          **{name: {0: "cues", 1: "reach"} for name in ("near", "place", "links")}},
            dynamo=False, opset_version=17,
        )  # fmt: skip
        for path, kinds in ((full, ["MatMul", "Gemm", "Gather"]), (linker, ["MatMul"])):
            if quantise:
                quantize_dynamic(path, out / path.name, weight_type=QuantType.QInt8, per_channel=True,
                                 reduce_range=False, op_types_to_quantize=kinds,
                                 extra_options={"DefaultTensorType": TensorProto.FLOAT})  # fmt: skip
            else:
                (out / path.name).write_bytes(path.read_bytes())
    if out != WEIGHTS:
        (out / "tokenizer.json").write_bytes((WEIGHTS / "tokenizer.json").read_bytes())
    write_manifest(out)


def write_manifest(out: Path) -> None:
    """Name the digests of the files that the reader loads."""
    files = ["encoder.onnx", "linker.onnx", "tokenizer.json"]
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in files}
    (out / "manifest.json").write_text(json.dumps({"sha256": digests}, indent=1) + "\n", encoding="utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--fp32", action="store_true")
    arguments = parser.parse_args()
    export(arguments.checkpoint, arguments.out, not arguments.fp32)


if __name__ == "__main__":
    main()
