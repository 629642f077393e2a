"""The shape of the house: public names, one-way imports, no dead modules' names, weights that are the manifest's."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

ROOMS = ["archive", "clean", "collect", "evaluate", "model", "read", "web"]


@pytest.mark.parametrize("room", ["", *ROOMS])
def test_public_names_are_sorted_and_exist(room: str) -> None:
    module = importlib.import_module(f"onrecord.{room}" if room else "onrecord")
    assert module.__all__ == sorted(module.__all__)
    assert all(hasattr(module, name) for name in module.__all__)


def test_no_public_name_leaks_from_the_package() -> None:
    submodules = {module.name for module in pkgutil.iter_modules(onrecord.__path__)}
    allowed = submodules | set(onrecord.__all__) | {"annotations", "import_module", "Any", "TYPE_CHECKING"}
    assert not {name for name in vars(onrecord) if not name.startswith("_")} - allowed


def test_imports_run_one_way(root: Path) -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = {"utils", "helpers", "manager", "common", "misc"}
    names = [module.name for module in pkgutil.walk_packages(onrecord.__path__, "onrecord.")]
    assert not [name for name in names if vague & set(name.split("."))]


def test_importing_the_package_loads_no_model_and_no_server() -> None:
    heavy = ("onnxruntime", "fastapi", "sqlalchemy")
    code = f"import sys, onrecord; print([name for name in {heavy} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
