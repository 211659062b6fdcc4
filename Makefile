# Every target that needs an environment makes it first: `make demo` and `make test` work in a fresh clone.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
WORKERS ?= 2

.PHONY: help setup tools demo check format test test-long golden bench lock clean

help:  ## what can be made here
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## ?/  \1\t/' | expand -t 14

setup: $(READY)  ## the environment in .venv, from the pinned lock

$(READY): requirements-dev.lock pyproject.toml tools/setup.sh
	@PYTHON=$(PYTHON) bash tools/setup.sh

tools: $(READY)
	@bash tools/test-tools.sh

demo: $(READY)  ## start the example mesh, drive traffic, break things, see that nobody notices
	@$(BIN)/python examples/shop/demo.py

check: $(READY)  ## format, lint, types, imports, generated files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/generate_envoy_api.py --check

format: $(READY)  ## rewrite the code's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: $(READY) tools  ## every test, the end-to-end ones included
	$(BIN)/pytest -q -n $(WORKERS) --dist loadgroup --ignore=tests/long -m "not alone"
	$(BIN)/pytest -q --ignore=tests/long -m alone

test-long: $(READY) tools  ## what takes minutes: short certificates renewed under load
	$(BIN)/pytest -q tests/long

golden: $(READY)  ## rewrite what is generated and compared: goldens, schema, reference; read the diff
	$(BIN)/python tools/generate_envoy_api.py
	$(BIN)/python -m tools.golden

bench: $(READY)  ## the benchmarks, short
	$(BIN)/python benchmarks/run.py

lock: $(READY)  ## pin the dependencies anew
	$(BIN)/pip install -q uv==0.13.8
	$(BIN)/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q -U --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group dev -o requirements-dev.lock

clean:  ## remove what was built
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
