# `make site` and `make test` are all that a newcomer needs; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# What Python has compiled it keeps, also where the machine says otherwise: tests begin it 200 times.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help site serve test test-slow test-all nightly check clean distclean lock fuzz soak bench

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

site: $(VENV)/.site ## build the briefing of seeds/ into site/
	@$(BIN)/briefing build

serve: $(VENV)/.site ## build, serve on localhost, and rebuild when a seed or template changes
	@$(BIN)/briefing serve

test: $(VENV)/.test ## run the tests
	@$(BIN)/python -m pytest -n auto

test-slow: $(VENV)/.test ## run what `make test` leaves out: long sets, faults, a slice of soak and kills
	@$(BIN)/python -m pytest -n auto -m slow

test-all: $(VENV)/.test ## run all tests, those of the night as well
	@$(BIN)/python -m pytest -n auto -m ""

nightly: $(VENV)/.test ## run the tests that take minutes: kills, full disks, builds at once
	@$(BIN)/python -m pytest -m nightly

fuzz: $(VENV)/.test ## feed each door of the wings 20,000 random inputs
	@$(BIN)/python -m pytest -n auto tests/fuzz --hypothesis-profile=fuzz

soak: $(VENV)/.test ## put every text at hand and 10,000 made ones through the command (hours)
	@$(BIN)/python benchmarks/soak.py

bench: $(VENV)/.test ## measure what 1,000 made articles cost, as ratios of one run
	@$(BIN)/python benchmarks/scale.py

check: $(VENV)/.check ## lint and check the types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/codespell
	@$(BIN)/interrogate -q tests

clean: ## remove what was generated, the site and the cache
	@if [ -x $(BIN)/briefing ]; then $(BIN)/briefing clean --quiet; fi
	@rm -rf site .cache

distclean: clean ## remove the virtual environment as well
	@rm -rf $(VENV)

lock: ## write the lock files anew (needs uv)
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --extra search --group build pyproject.toml -o requirements.lock
	@uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --all-extras --group build --group test --group check pyproject.toml \
	  -c requirements.lock -o requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Making $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the lock file names …"
	@start=$$(date +%s); \
	$(BIN)/python -m pip install -q --require-hashes -r requirements.lock && \
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e . && \
	echo "install: $$(( $$(date +%s) - start )) s"
	@touch $@

$(VENV)/.test: requirements-dev.lock pyproject.toml $(VENV)/.site
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install -q --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.check: $(VENV)/.test
	@touch $@
