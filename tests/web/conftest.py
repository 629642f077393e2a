from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_world import World, archive_of, dossier

from onrecord.web import create_app


@pytest.fixture
def world() -> World:
    return dossier()


@pytest.fixture
def client(world: World, tmp_path: Path) -> Iterator[TestClient]:
    with archive_of(tmp_path, world) as archive:
        yield TestClient(create_app(archive), base_url="http://localhost", raise_server_exceptions=False)
