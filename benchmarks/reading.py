"""Reading speed on one core, beside what a user would pick instead, in one run.

The peer is the same encoder in fp32 as a `transformers` token-classification pipeline over the same reports, on one
thread, their paragraphs in batches of eight. Ours is the whole of reading: pieces, encoder, linking, speakers and
occasions. It remembers words that it met: the first pass, after other reports as in an archive, is printed beside the
best of several.
Needs the training group (torch, transformers). `--checkpoint` gives the peer the fp32 weights; without it the peer has
random weights of the same shape, which take as long.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", TOKENIZERS_PARALLELISM="false")

import numpy as np

from onrecord import Reader, Report, clean_source, load_file
from onrecord.read.encoder import WEIGHTS
from onrecord.read.pieces import cut_pieces

ROOT = Path(__file__).parent.parent
TOKENS = 700
LAYERS, INNER = 6, 1024  # of the weights that ship: layers, and inner units of each
REPEATS = 3


def reports_of(folder: Path, files: str = "*.txt") -> list[Report]:
    """The reports of a folder."""
    return [clean_source(load_file(path)) for path in sorted(folder.glob(files))]


def best_time(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """The quickest of a few runs, in seconds of this process's CPU time."""
    times = []
    for _ in range(repeats):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def peer(reports: list[Report], checkpoint: Path | None) -> Callable[[], object]:
    """A transformers pipeline over the reports' paragraphs."""
    import torch
    from transformers import BertConfig, BertForTokenClassification, BertTokenizerFast, pipeline

    torch.set_num_threads(1)
    sizes = {"hidden_size": 384, "num_hidden_layers": LAYERS, "num_attention_heads": 12, "intermediate_size": INNER}
    config = BertConfig(**sizes, num_labels=7)
    model = BertForTokenClassification(config).eval()
    if checkpoint:
        model.load_state_dict(as_bert(torch.load(checkpoint)), strict=False)
    tokenizer = BertTokenizerFast(tokenizer_file=str(WEIGHTS / "tokenizer.json"))
    tagger = pipeline("token-classification", model=model, tokenizer=tokenizer, device="cpu")
    paragraphs = [line for report in reports for line in report.text.split("\n") if line.strip()]
    return lambda: list(tagger(paragraphs, batch_size=8))


def as_bert(state: dict) -> dict:  # type: ignore[type-arg]
    """Our encoder's parameters under the names of `BertForTokenClassification`."""
    import torch

    named = {
        "bert.embeddings.word_embeddings.weight": state["encoder.words.weight"],
        "bert.embeddings.position_embeddings.weight": state["encoder.positions.weight"],
        "bert.embeddings.token_type_embeddings.weight": torch.zeros(2, 384),
        "classifier.weight": state["role.weight"],
        "classifier.bias": state["role.bias"],
    }
    parts = {
        "out": "attention.output.dense", "norm": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for kind in ("weight", "bias"):
        named[f"bert.embeddings.LayerNorm.{kind}"] = state[f"encoder.norm.{kind}"]
        for layer in range(LAYERS):
            base = f"bert.encoder.layer.{layer}."
            mixed = state[f"encoder.layers.{layer}.mix.{kind}"].chunk(3)
            for name, part in zip(("query", "key", "value"), mixed, strict=True):
                named[f"{base}attention.self.{name}.{kind}"] = part
            for ours, theirs in parts.items():
                named[f"{base}{theirs}.{kind}"] = state[f"encoder.layers.{layer}.{ours}.{kind}"]
    return named


def integer_peak() -> float:
    """Multiply-adds per second of a large int8 product on this core, as ONNX Runtime runs it (in 10^9)."""
    import onnx
    import onnxruntime as ort
    from onnx import TensorProto, helper

    size, rows = 1536, 2048
    weight = helper.make_tensor("w", TensorProto.INT8, [size, size], np.ones((size, size), np.int8).tobytes(), raw=True)
    node = helper.make_node("MatMulInteger", ["a", "w"], ["y"])
    graph = helper.make_graph(
        [node], "peak", [helper.make_tensor_value_info("a", TensorProto.UINT8, [rows, size])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, [rows, size])], [weight],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    left = np.ones((rows, size), np.uint8)
    seconds = best_time(lambda: session.run(None, {"a": left}))
    return rows * size * size / seconds / 1e9


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--others", type=Path, default=ROOT / "evaluation/gold/press", help="reports to read before")
    parser.add_argument("--folder", type=Path, default=ROOT / "src/onrecord/demo/dossier")
    arguments = parser.parse_args()
    reports = reports_of(arguments.folder)
    reader = Reader.load()
    tokens = sum(len(reader.weights.tokenizer.encode(report.text, add_special_tokens=False)) for report in reports)
    for report in reports_of(arguments.others, "*.gold"):
        reader.read(report)
    first = best_time(lambda: [reader.read(report) for report in reports], 1)
    ours = best_time(lambda: [reader.read(report) for report in reports])
    print(f"{len(reports)} reports, {tokens} word pieces, best of {REPEATS}, CPU time of one thread")
    print(f"first pass    {tokens / first:8.0f} pieces/s  {tokens / first / TOKENS:6.1f} reports of {TOKENS} pieces/s")
    print(f"onrecord      {tokens / ours:8.0f} pieces/s  {tokens / ours / TOKENS:6.1f} reports of {TOKENS} pieces/s")
    theirs = best_time(peer(reports, arguments.checkpoint))
    rate = tokens / theirs
    print(f"transformers  {rate:8.0f} pieces/s  {rate / TOKENS:6.1f} reports of {TOKENS} pieces/s")
    print(f"ratio         {theirs / ours:8.1f} x (first pass {theirs / first:.1f} x)")
    layer = 4 * 384 * 384 + 2 * 384 * INNER
    words = sum(len(cut_pieces(report.text, reader.weights.tokenizer)) for report in reports)
    used, peak = LAYERS * layer * words / ours / 1e9, integer_peak()
    print(f"int8 products {used:8.0f} of {peak:.0f} GMAC/s: {100 * used / peak:.0f} % of the core's measured peak")


if __name__ == "__main__":
    main()
