# What a person types. Everything is set up in .venv from lock files with hashes; PYTHON is any Python 3.11 or newer.
PYTHON ?= python3
PORT ?= 8000
# Real texts for the benches of scale and of linking; left out where the file is not there.
export DUIZHAO_CORPUS ?= ../shared/corpora/laws.jsonl.gz
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

# A build starts several processes, each of which would compile all modules anew where none may be kept.
export PYTHONDONTWRITEBYTECODE =

.PHONY: site test laws serve bench check lock clean help
.DEFAULT_GOAL := help

site: .venv/site-ready  ## make docs/ and site/ from the captures
	$(BIN)/python -m build_scripts build

test: .venv/test-ready  ## check docs/, build the site and run every test
	$(BIN)/python -m build_scripts check
	$(BIN)/python -m build_scripts build
	$(BIN)/python -m ruff format --check build_scripts tests
	$(BIN)/python -m ruff check build_scripts tests
	$(BIN)/lint-imports
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -n auto --dist loadfile

laws: .venv/test-ready  ## try the laws on many random examples, others each time
	$(BIN)/python -m pytest -n auto --hypothesis-profile=thorough tests/laws tests/seed/test_bad_records.py

serve: .venv/site-ready  ## show the site at http://127.0.0.1:8000/ (PORT=…), and what saved files change
	$(BIN)/python -m build_scripts serve --port $(PORT)

check: .venv/site-ready  ## check the captures and docs/ without rendering
	$(BIN)/python -m build_scripts check

bench: .venv/test-ready  ## measure building and linking, in one run
	$(BIN)/python -m tests.bench.build
	$(BIN)/python -m tests.bench.scale
	$(BIN)/python -m tests.bench.served
	$(BIN)/python -m tests.bench.links
	-$(BIN)/python -m tests.bench.conversion
	$(BIN)/python -m tests.bench.search
	$(BIN)/python -m tests.bench.size
	$(BIN)/python -m tests.bench.size_of_files
	$(BIN)/python -m tests.bench.reading
	$(BIN)/python -m tests.bench.newspaper
	$(BIN)/python -m tests.bench.pdf
	$(BIN)/python -m tests.bench.mutations --captures 1000

lock: .venv/test-ready  ## write the lock files anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o tests/requirements.lock

clean:  ## remove what was built and set up
	rm -rf site .venv tests/js/node_modules

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 …" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/site-ready: requirements.lock .venv/created
	$(PIP) -r requirements.lock
	@.ci/system site
	@touch $@

.venv/test-ready: tests/requirements.lock tests/tei.lock .venv/site-ready .venv/node-ready
	$(PIP) -r tests/requirements.lock
	$(PIP) --no-deps --no-build-isolation -r tests/tei.lock
	@touch $@

# The browser, Java and node that the tests need, and the fonts.
.venv/system-ready: .venv/site-ready
	@.ci/system test
	@touch $@

# The linter and the unit tests of the theme's scripts; without node they are left out, and the tests say so.
.venv/node-ready: tests/js/package-lock.json .venv/system-ready
	@if command -v npm >/dev/null; then npm ci --prefix tests/js --ignore-scripts --no-audit --no-fund --silent; else echo "no npm: the theme's scripts are not tested" >&2; fi
	@touch $@
