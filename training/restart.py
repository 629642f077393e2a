"""Turns shipped ONNX files back into a checkpoint to train on from: `python -m training.restart FOLDER OUT`.

The int8 weights are exact to half a step of their channel's scale, less than a day's noise of training.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

# Products that the exporter names but stores transposed.
HEADS = frozenset(
    f"network.{head}.weight" for head in ("role", "inner", "as_token", "as_cue", "kind_first", "kind_last")
)


def read_checkpoint(folder: Path) -> dict[str, Tensor]:
    """The network's parameters by name."""
    state = {}
    for file in ("encoder.onnx", "linker.onnx"):
        constants = _constants(folder / file)
        for name, value in constants.items():
            if name.startswith("layers."):
                _, index, _, part = name.split(".")
                state[f"encoder.layers.{index}.{part}.weight"] = value.T
            elif name.startswith(("near.", "near2.")):  # the linker's convolutions, over an image of one row
                line, _, part = name.split(".")
                state[f"linker.{line}.{part}"] = value.squeeze(2) if part == "weight" else value
            elif name in HEADS:
                state[name.removeprefix("network.")] = value.T
            elif not name.startswith("onnx::"):
                state[name.removeprefix("network.")] = value
        for name, value in _products(folder / file, constants).items():
            state[f"{name}.weight"] = value.T
    return {name: value.contiguous() for name, value in state.items()}


def _constants(path: Path) -> dict[str, Tensor]:
    """Every constant, those of int8 back in float."""
    stored = {
        item.name: torch.from_numpy(numpy_helper.to_array(item).copy()) for item in onnx.load(path).graph.initializer
    }
    found = {}
    for name, value in stored.items():
        if name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            scale, zero = stored[f"{base}_scale"], stored[f"{base}_zero_point"]
            found[base] = (value.float() - zero.float()) * scale
        elif not name.endswith(("_scale", "_zero_point")):
            found[name] = value
    return found


def _products(path: Path, constants: dict[str, Tensor]) -> dict[str, Tensor]:
    """The matrices that the exporter left without a name, by the bias that is added to their product."""
    graph = onnx.load(path).graph
    made = {output: node for node in graph.node for output in node.output}
    found = {}
    for node in graph.node:
        if node.op_type != "Add":
            continue
        bias = next((name for name in node.input if name.endswith(".bias")), None)
        matrix = next((_matrix(made, name) for name in node.input if name in made), None)
        if bias and matrix and matrix.startswith("onnx::"):
            found[bias.removeprefix("network.").removesuffix(".bias")] = constants[matrix]
    return found


def _matrix(made: dict[str, onnx.NodeProto], name: str) -> str | None:
    """The matrix whose product an output is, looked for through scaling and casting."""
    while name in made:
        node = made[name]
        if node.op_type in ("MatMul", "MatMulInteger"):
            return node.input[1].removesuffix("_quantized")
        if node.op_type not in ("Mul", "Cast"):
            return None
        name = node.input[0]
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    torch.save(read_checkpoint(arguments.folder), arguments.out)


if __name__ == "__main__":
    main()
