# The two commands of this project:  make site  and  make test.
# They need Python 3.11 or newer with venv, make and a package index, and bring the rest into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export UV_PROJECT_ENVIRONMENT := $(VENV)
# A build starts Python several times: without compiled files each start costs a second or two more.
export UV_COMPILE_BYTECODE := 1
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help site serve test test-deep guides lint environment release clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: environment  ## Build site/ from content/
	@status=0; $(BIN)/archive build || status=$$?; \
	if [ $$status -le 1 ]; then \
	  echo; echo "The site is in $(CURDIR)/site."; \
	  echo "To look at it:  make serve   and open http://127.0.0.1:8000/"; \
	fi; exit $$status

serve: environment  ## Serve the site on 127.0.0.1:8000 and rebuild it when a document changes
	@$(BIN)/archive serve

test: $(VENV)/.tests lint  ## Lint, types, contracts and all tests but the long ones (minutes)
	@chromium=$$(.ci/chromium); status=0; \
	CHROMIUM="$$chromium" $(BIN)/pytest -n 2 --dist worksteal || status=$$?; \
	if [ -z "$$chromium" ]; then \
	  echo; echo "The browser tests did not run: there is no Chromium. Install one and try again:"; \
	  .ci/chromium --line; exit 1; \
	fi; exit $$status

test-deep: $(VENV)/.tests  ## The long tests: every page kind, width and colour scheme; other programs' readings
	@chromium=$$(.ci/chromium); missing=$$(.ci/oracles); status=0; \
	CHROMIUM="$$chromium" $(BIN)/pytest -n 2 --dist worksteal -m deep || status=$$?; \
	if [ -n "$$missing" ]; then \
	  echo; echo "Some tests did not run: there is no" $$missing". Install what is missing and try again:"; \
	  .ci/oracles --line; exit 1; \
	fi; exit $$status

guides: environment  ## The guides for maintainers as a site of their own, in .archive/guides/
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet -f .ci/guides.yml
	@echo "The guides are in $(CURDIR)/.archive/guides/index.html."

lint: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

environment: $(VENV)/.site

# The lock file decides every version; what is in the environment besides is left alone (uv itself is).
# The second try is for networks with a certificate authority of their own, which only the system knows.
SYNC := $(BIN)/uv sync --quiet --locked --inexact

$(VENV)/.site: $(BIN)/uv pyproject.toml uv.lock
	@echo "Setting up $(VENV)"
	@$(SYNC) --no-default-groups 2>/dev/null || UV_SYSTEM_CERTS=1 $(SYNC) --no-default-groups
	@touch $@

$(VENV)/.tests: $(BIN)/uv pyproject.toml uv.lock
	@echo "Setting up $(VENV) with the tools of the tests"
	@$(SYNC) 2>/dev/null || UV_SYSTEM_CERTS=1 $(SYNC)
	@touch $@ $(VENV)/.site

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet uv==0.13.8

release: $(VENV)/.tests  ## Make what a release consists of, in dist/: wheel, sources, parts, licences
	@rm -rf dist
	@$(BIN)/uv build --quiet --out-dir dist
	@$(BIN)/uv export --quiet --locked --no-default-groups --extra ocr --preview-features sbom-export \
	  --format cyclonedx1.5 --output-file dist/parts.cdx.json
	@$(BIN)/archive doctor --licences > dist/licences.txt
	@cd dist && sha256sum *

clean:  ## Remove what is generated: site, environment, caches
	rm -rf $(VENV) dist site .archive .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
