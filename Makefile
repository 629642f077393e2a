# On a fresh machine with Python, pip and make: `make demo` runs the main job, `make test` passes the tests.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ADDRESS ?= 127.0.0.1

.PHONY: demo test check lock bench clean

demo: $(VENV)/runtime.stamp
	$(BIN)/onrecord demo --archive .demo/onrecord.sqlite --host $(ADDRESS)

test: $(VENV)/test.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist worksteal $(PYTEST)

check: test

bench: $(VENV)/test.stamp
	$(BIN)/python benchmarks/cold_read.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python -m benchmarks.crawl --contained
	$(BIN)/python -m benchmarks.fuzz --count 20000

$(VENV)/runtime.stamp: requirements/runtime.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/test.stamp: $(VENV)/runtime.stamp requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

# Needs uv on the PATH. The locks carry hashes and no index address.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
	  -o requirements/runtime.txt pyproject.toml requirements/build.in
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet \
	  -c requirements/runtime.txt --extra collect --extra spacy --group test --group lint -o requirements/test.txt pyproject.toml

clean:
	rm -rf $(VENV) .demo build dist
