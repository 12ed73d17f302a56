# Pavilion: `make site` builds the sample, `make test` proves it. Both set themselves up.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8000

.PHONY: site test serve preview check format messages lock bench shots audit clean help

site: $(VENV)/.site ## set up, build the portal and its pavilions into output/
	@echo "Building the sample content into output/ …"
	@$(BIN)/pavilion build
	@echo "Done. To open it: make serve, then http://127.0.0.1:$(PORT)/ in a browser."

test: $(VENV)/.test ## set up, then formatting, types and all tests
	@bash tests/run

serve: ## serve output/ on a loopback address
	@test -f output/index.html || $(MAKE) --no-print-directory site
	@echo "Serving output/ at http://127.0.0.1:$(PORT)/ (Ctrl-C stops)"
	@$(PYTHON) -m http.server $(PORT) --bind 127.0.0.1 --directory output

preview: $(VENV)/.site ## preview the content, reloading on every save
	@$(BIN)/pavilion serve

check: $(VENV)/.site ## find every mistake in the content
	@$(BIN)/pavilion check

format: $(VENV)/.test ## format the sources
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

messages: $(VENV)/.test ## take the theme's messages out of its templates, and bring the catalogs up to date
	@$(BIN)/python themes/messages.py

lock: $(VENV)/.test ## pin the newest versions, with hashes
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --group build $(LOCK) -o locks/site.txt
	@$(BIN)/uv pip compile pyproject.toml --group dev -c locks/site.txt $(LOCK) -o locks/test.txt
LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet --upgrade

bench: $(VENV)/.test ## measure beside Hugo, Eleventy and others (bench/README.md); takes a while
	@bench/bench.sh

shots: $(VENV)/.test ## a contact sheet of each kind of page in .audit/shots/, to be looked at
	@PYTHONPATH=tests/site $(BIN)/python tests/audit/shots.py

audit: $(VENV)/.test ## Lighthouse and axe-core on each kind of page, as a table; takes a while
	@npm ci --prefix tests/tools --ignore-scripts --silent
	@npm ci --prefix tests/audit --ignore-scripts --silent
	@PYTHONPATH=tests/site $(BIN)/python tests/audit/audit.py

clean: ## remove what was built, the cache and the virtual environment
	@test ! -x $(BIN)/pavilion || $(BIN)/pavilion clean
	@rm -rf $(VENV) .pavilion-cache .audit tests/tools/node_modules tests/audit/node_modules

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/'

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12"; exit 1; }
	@echo "Making a virtual environment in $(VENV)/ …"
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || \
	  { rm -rf $(VENV); echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.site: locks/site.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what a build needs (locks/site.txt) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/site.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q pavilion_gen
	@touch $@

$(VENV)/.test: locks/test.txt $(VENV)/.site
	@echo "Installing what the tests need (locks/test.txt) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/test.txt
	@touch $@
