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

from onrecord.read.nearness import neighbourhoods
from onrecord.read.pieces import MOST_PIECES
from training.fused import FusedLayer
from training.network import HIDDEN, LINK, Network, mean_of_pieces
from training.train import WEIGHTS


class EncoderGraph(nn.Module):
    """The encoder with every head that needs no cue."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in network.encoder.layers)
        weight, bias = network.as_cue.weight.data, network.as_cue.bias.data
        self.first, self.last = nn.Linear(HIDDEN, LINK), nn.Linear(HIDDEN, LINK)
        self.first.weight.data, self.first.bias.data = weight[:, :HIDDEN].clone(), bias.clone()
        self.last.weight.data, self.last.bias.data = weight[:, HIDDEN:].clone(), torch.zeros_like(bias)

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
        kinds = torch.cat([network.kind_first(states), network.kind_last(states)], dim=-1)
        return (
            network.role(states), network.inner(states), network.as_token(states),
            self.first(states), self.last(states), kinds,
        )  # fmt: skip


class LinkerGraph(nn.Module):
    """The linker with its window's states looked up around every cue."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.linker = network.linker

    def forward(self, tokens: Tensor, cue: Tensor, near: Tensor, place: Tensor) -> Tensor:
        return self.linker(tokens[near], cue, place)


def export(checkpoint: Path, out: Path, quantise: bool) -> None:
    """Write encoder.onnx, linker.onnx and the manifest with their digests."""
    state = torch.load(checkpoint)
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
    network = Network(layers)
    network.load_state_dict(state, strict=False)
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "encoder.onnx"
        ids = torch.ones(200, MOST_PIECES, dtype=torch.long)
        features = torch.zeros(200, 3, dtype=torch.long)
        plan = neighbourhoods(200)
        near = {name: torch.from_numpy(getattr(plan, name)) for name in ("queries", "keys", "places")}
        names = ["roles", "inner", "tokens", "first", "last", "kinds"]
        axes = {name: {0: "length"} for name in ["ids", "features", "places", *names]}
        axes |= {"queries": {0: "chunks", 1: "chunk"}, "keys": {0: "chunks", 1: "neighbours"}}
        torch.onnx.export(
            EncoderGraph(network).eval(), (ids, features, *near.values()), str(full),
            input_names=["ids", "features", *near], output_names=names, dynamic_axes=axes,
            dynamo=False, opset_version=17, custom_opsets={"com.microsoft": 1},
        )  # fmt: skip
        linker = Path(folder) / "linker.onnx"
        inputs = (torch.zeros(9, LINK), torch.zeros(2, LINK), *torch.zeros(2, 2, 7, dtype=torch.long))
        torch.onnx.export(
            LinkerGraph(network).eval(), inputs, str(linker),
            input_names=["tokens", "cue", "near", "place"], output_names=["links"],
            dynamic_axes={"tokens": {0: "length"}, "cue": {0: "cues"}, "near": {0: "cues", 1: "reach"},
                          "place": {0: "cues", 1: "reach"}, "links": {0: "cues", 1: "reach"}},
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
