# Each target alone does all the set-up it needs, on a machine with Python 3.11 or newer, make and git.

# The first Python that really starts and is new enough: a name on the path may be only a stand-in.
NEW_ENOUGH := -c "import sys; sys.exit(sys.version_info < (3, 11))"
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p $(NEW_ENOUGH) 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt

.PHONY: trust-example demo test lint types compiled unit templates golden closed-loop evaluate mutate bench fuzz strangers wheel clean help

help:  ## Say what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 12

$(VENV)/.tool: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; see https://www.python.org/downloads/"; exit 1; }
	@$(PYTHON) $(NEW_ENOUGH) || { echo "$(PYTHON) is too old; Python 3.11 or newer is needed"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m policy_kit.sections.build
	@touch $@

$(VENV)/.dev: $(VENV)/.tool
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(VENV)/.tool  ## Generate a school's policy, audit real ones, write the governors' checklist
	$(BIN)/policy-kit demo demo-output

test: lint types unit  ## Everything that must hold before a change lands

lint: $(VENV)/.dev  ## Style, formatting and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: $(VENV)/.dev  ## Types
	$(BIN)/mypy

compiled: $(VENV)/.tool  ## Work out what is the same for every audit; installing does it too
	$(BIN)/python -m policy_kit.sections.build

# A module's tests stay on one processor, so that what they share is made once.
unit: $(VENV)/.dev compiled  ## The tests, on all processors; `.venv/bin/pytest tests/checks` runs some
	$(BIN)/pytest --numprocesses auto --maxprocesses 8 --dist loadscope

trust-example: $(VENV)/.dev  ## Make the example trust anew; look at the difference before committing it
	$(BIN)/python -m tests.trust.build_example

templates: $(VENV)/.tool  ## Build the Word template from its clauses
	$(BIN)/policy-kit template build templates/online-safety --force

golden: $(VENV)/.dev  ## Rewrite the golden files; look at the difference before committing it
	$(BIN)/pytest tests --update-golden -q

closed-loop: $(VENV)/.dev  ## Generate and audit policies for thousands of drawn schools; SCHOOLS=2000 SEED=1
	$(BIN)/python -m tests.e2e.closed_loop --schools $(or $(SCHOOLS),2000) --seed $(or $(SEED),1)

evaluate: $(VENV)/.dev compiled  ## How far the audit agrees with a reader, on the labelled corpus; writes the README's table
	$(BIN)/python -m tests.evaluate

mutate: $(VENV)/.dev  ## 2,000 single faults put into clean policies: which are caught, and what else is told
	$(BIN)/python -m tests.mutate --details

bench: $(VENV)/.dev compiled  ## Speed, as ratios measured side by side
	$(BIN)/python -m benchmarks

# Seconds for each format; FORMATS="pdf" for one alone.
SECONDS_EACH ?= 60
FORMATS ?= docx odt pdf html markdown text

fuzz: $(VENV)/.dev  ## Break files at random to find what makes a reader fail
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	@set -e; for format in $(FORMATS); do echo "== $$format"; \
		$(BIN)/python -m tests.fuzz.readers $$format -max_total_time=$(SECONDS_EACH); done

# FOLDER: files that nobody made for these tests, such as the samples of other word processors.
strangers: $(VENV)/.dev compiled  ## Audit and compare all files of FOLDER, to find what brings an audit down
	$(BIN)/python -m tests.fuzz.strangers "$(FOLDER)"

wheel: $(VENV)/.dev  ## A wheel and a source archive in dist/
	$(BIN)/python -m build

clean:  ## Remove what the other targets made
	rm -rf $(VENV) dist build demo-output
