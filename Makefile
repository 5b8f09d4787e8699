# Two commands are enough on a machine with Python 3.11 or later and make:
#   make demo    look at it, in the browser
#   make test    prove it
# Everything is installed into .venv, from versions pinned with hashes in requirements/.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet --require-virtualenv
# The newest supported Python that is there; say `make PYTHON=...` to choose.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
# The demonstration keeps its state in the checkout, apart from your own.
DEMO := FIKA_HOME=.fika FIKA_PACK=harbor

WEB := bot/playground/page/web
PAGE_TOOLS := cd $(WEB) && npm ci --silent --ignore-scripts

.DEFAULT_GOAL := help
.PHONY: help demo chat test lint types imports unit bench evals cassettes pins clean thorough page samepage screenshots

help:  ## Say what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

demo: $(VENV)/run.stamp  ## Open a local Slack in the browser, with Fika, the example pack and its accounts in it
	@$(DEMO) $(BIN)/fika demo

chat: $(VENV)/run.stamp  ## Load the example pack and its accounts, and open the terminal chat
	@$(DEMO) $(BIN)/fika chat --examples

test: lint types imports unit  ## Prove it: ruff, mypy, import-linter, pytest with branch coverage

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy

imports: $(VENV)/dev.stamp
	$(BIN)/lint-imports --no-cache

# Two processes for each core: many tests wait for servers, and some for processes to be missed.
unit: $(VENV)/dev.stamp
	PYTEST_XDIST_AUTO_NUM_WORKERS=$$((2 * $$(getconf _NPROCESSORS_ONLN))) $(BIN)/pytest -n auto --dist worksteal -m "not bench" --cov --cov-report=
	$(BIN)/coverage report --include='bot/core/*,bot/flows/*' --fail-under=100
	$(BIN)/coverage report --fail-under=95 --format=total

bench: $(VENV)/dev.stamp  ## Measure, and print tables
	$(BIN)/pytest tests/bench -m bench -q -s

evals: $(VENV)/dev.stamp  ## Run the cases of tests/evals, with the model of FIKA_LLM where it is set
	$(BIN)/python -m tests.evals.run

cassettes: $(VENV)/dev.stamp  ## Record what model providers answer anew (needs their keys)
	FIKA_CASSETTES=record $(BIN)/pytest tests/llm/test_cassettes.py -q -p no:cacheprovider

thorough: $(VENV)/dev.stamp  ## Run the property tests on many more examples
	HYPOTHESIS_PROFILE=thorough $(BIN)/pytest -n auto tests/core

page:  ## Build the page of the local Slack anew (needs Node.js 18 or later)
	@$(PAGE_TOOLS)
	cd $(WEB) && npm run --silent types && npm run --silent test && npm run --silent build

# The built page is in the repository; it has to be what its sources give, byte for byte.
samepage:
	@$(PAGE_TOOLS)
	cd $(WEB) && npm run --silent types && npm run --silent test
	@built=$$(mktemp -d) && (cd $(WEB) && node build.mjs "$$built") && diff -r "$$built" $(WEB)/../built \
	  && rm -r "$$built" || { echo "The built page is not what its sources give: run make page, and commit it."; exit 1; }

screenshots: $(VENV)/dev.stamp  ## Take the pictures in docs/pictures anew (needs Debian's chromium and chromium-driver)
	$(BIN)/python -m tests.page.pictures docs/pictures

pins: $(VENV)/dev.stamp  ## Compile the pinned versions anew (needs uv)
	for name in run dev build; do \
	  case $$name in run) from="pyproject.toml";; dev) from="pyproject.toml --group dev";; build) from="requirements/build.in";; esac; \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links $$from -o requirements/$$name.txt; done

clean:  ## Remove what was built, and the demonstration's state
	rm -rf $(VENV) .fika dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage* .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Fika needs Python 3.11 or later; none was found."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv module does not work (on Debian: apt install python3-venv)."; exit 1; }

$(VENV)/run.stamp: requirements/run.txt requirements/build.txt pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV), this takes a minute ..."
	@$(PIP) --require-hashes -r requirements/build.txt
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
