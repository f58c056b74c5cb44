# One command for each thing a person does here. Needs Python 3.11 or newer and make; everything else goes into .venv.
PYTHON ?= python3
VENV   := .venv
READY  := $(VENV)/.ready
BIN    := $(VENV)/bin
PORT   ?= 8000
FORMAT ?= text
BASE   ?= main
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve book check diff fix source snippets links publish test pins clean

help:  ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-8s %s\n", $$1, $$2}'

$(READY): requirements.txt requirements-schemas.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || { \
	  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is older or does not run. Fix: make PYTHON=/path/to/python3.11 …"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python has no venv module. Fix: install it (Debian and Ubuntu: apt install python3-venv)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --requirement requirements-schemas.txt
	@touch $@

serve: $(READY)  ## Live site on 127.0.0.1:8000, reloads on every change
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null || { \
	  echo "Port $(PORT) is in use. Fix: make serve PORT=8001"; exit 2; }
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

book: $(READY)  ## Build everything into site/, with PDF, EPUB and offline site; a failed build leaves the old site as it is
	@$(BIN)/python hooks/check.py
	@rm -rf .cache/site .cache/offline && mkdir -p .cache
	@$(BIN)/mkdocs build --strict --config-file mkdocs.offline.yml --site-dir .cache/offline > .cache/offline.log 2>&1 & offline=$$!; \
	  $(BIN)/mkdocs build --strict --site-dir .cache/site || { kill $$offline 2>/dev/null; exit 1; }; \
	  wait $$offline || { cat .cache/offline.log; exit 1; }
	@$(BIN)/python hooks/bind.py .cache/site --offline .cache/offline --format $(FORMAT)
	@$(BIN)/python hooks/write_receipt.py .cache/site
	@rm -rf .cache/old && { [ ! -e site ] || mv site .cache/old; } && mv .cache/site site && rm -rf .cache/old .cache/offline && echo "The book stands in site/: put the folder on any web server, or see it live with make serve. Its downloads are in site/downloads/."

check: $(READY)  ## Check citations, entries, figures and data; nothing is built
	@$(BIN)/python hooks/check.py --format $(FORMAT)

diff: $(READY)  ## What changed in the evidence since BASE, for a reviewer
	@$(BIN)/python hooks/check.py --diff $(BASE) --markdown

fix: $(READY)  ## Mend what is mechanical, and say what was done
	@$(BIN)/python hooks/fix.py

# What was typed reaches Python as it stands: no shell and no make reads it.
source: override export FROM := $(value FROM)
source: override export KIND := $(value KIND)
source: override export SEEN := $(value SEEN)
source: override export ANOTHER := $(value ANOTHER)
source: $(READY)  ## Add a source: make source FROM=<DOI, ISBN, address, .ris, .bib or .json>
	@$(BIN)/python hooks/add_source.py

snippets: $(READY)  ## Offer the citekeys of bib/ in Visual Studio Code
	@$(BIN)/python hooks/citekey_snippets.py

links: $(READY)  ## Ask the web whether the sources are still there; Ctrl-C stops it, the next run goes on
	@$(BIN)/python hooks/check_links.py

# What was typed, and the names of tags and branches, reach Python as they stand: no shell and no make reads them.
publish: override export EDITION := $(value EDITION)
publish: override export PREVIEW := $(value PREVIEW)
publish: override export INTO := $(value INTO)
publish: override export DROP := $(value DROP)
publish:  ## Publish site/ on the branch gh-pages, or INTO=folder; EDITION=1 freezes it, PREVIEW=name puts it apart
	@$(PYTHON) -S hooks/publish.py site

test: $(READY)  ## Run the tests
	$(BIN)/python -m pytest

pins:  ## Renew requirements.txt from requirements.in
	$(PYTHON) -m venv .cache/pins
	.cache/pins/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	.cache/pins/bin/pip-compile --quiet --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --output-file requirements.txt requirements.in

clean:  ## Remove what was built
	rm -rf site .cache
