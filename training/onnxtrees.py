"""Writes a LightGBM model as an ONNX tree ensemble, so that nothing but ONNX Runtime is needed to use it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lightgbm
import onnx
from onnx import TensorProto, helper

OPSET = 3


def write_model(model: lightgbm.Booster, width: int, path: Path) -> None:
    """Write the model's raw scores (log-odds) as `path`."""
    nodes: dict[str, list[Any]] = {
        key: [] for key in ("treeids", "nodeids", "featureids", "modes", "values", "truenodeids", "falsenodeids")
    }
    leaves: dict[str, list[Any]] = {key: [] for key in ("treeids", "nodeids", "ids", "weights")}
    for number, tree in enumerate(model.dump_model()["tree_info"]):
        _add(tree["tree_structure"], number, len(nodes["treeids"]), nodes, leaves)
    ensemble = helper.make_node(
        "TreeEnsembleRegressor", ["lines"], ["scores"], domain="ai.onnx.ml", n_targets=1, post_transform="NONE",
        **{f"nodes_{key}": values for key, values in nodes.items()},
        **{f"target_{key}": values for key, values in leaves.items()},
    )  # fmt: skip
    graph = helper.make_graph(
        [ensemble],
        "lines",
        [helper.make_tensor_value_info("lines", TensorProto.FLOAT, [None, width])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [None, 1])],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", OPSET)]
    data = helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString()
    onnx.checker.check_model(onnx.load_from_string(data))
    path.write_bytes(data)


def _add(node: dict[str, Any], tree: int, start: int, nodes: dict[str, list[Any]], leaves: dict[str, list[Any]]) -> int:
    """Add a node with all below it and return its number within the tree, whose first node is the `start`-th of all."""
    number = len(nodes["treeids"]) - start
    leaf = "leaf_value" in node
    nodes["treeids"].append(tree)
    nodes["nodeids"].append(number)
    nodes["featureids"].append(0 if leaf else int(node["split_feature"]))
    nodes["modes"].append("LEAF" if leaf else "BRANCH_LEQ")
    nodes["values"].append(0.0 if leaf else float(node["threshold"]))
    nodes["truenodeids"].append(0)
    nodes["falsenodeids"].append(0)
    if leaf:
        for key, value in (("treeids", tree), ("nodeids", number), ("ids", 0), ("weights", float(node["leaf_value"]))):
            leaves[key].append(value)
        return number
    if node["decision_type"] != "<=":
        raise ValueError(f"a split by {node['decision_type']!r}; only numbers are supported")
    place = start + number
    nodes["truenodeids"][place] = _add(node["left_child"], tree, start, nodes, leaves)
    nodes["falsenodeids"][place] = _add(node["right_child"], tree, start, nodes, leaves)
    return number
