# Needs Python >= 3.11 and make, nothing else: everything is installed into .venv.
.DEFAULT_GOAL := help
.PHONY: help setup run test check lint format types contract audit evaluate demo-data corpus lock clean

PYTHON ?= python3
VENV := $(CURDIR)/.venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export HIP_DATA_DIR ?= $(CURDIR)/var

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## Install everything into .venv (quick when nothing changed).

$(STAMP): backend/requirements.lock backend/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make PYTHON=python3.12 setup")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r backend/requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e backend
	@touch $@

run: setup ## Run the service with its own PostgreSQL and Valkey; PORT=8000.
	@exec $(BIN)/hip serve $(if $(PORT),--port $(PORT))

test: setup ## Run every test; T=path or -k … narrows.
	@cd backend && $(BIN)/python -m pytest $(T)

check: lint types contract test ## What CI does.

lint: setup ## Check format and style.
	@cd backend && $(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .

format: setup ## Format the code.
	@cd backend && $(BIN)/ruff format . && $(BIN)/ruff check --fix .

types: setup ## Check the types.
	@cd backend && $(BIN)/mypy

contract: setup ## Check that imports go down the floors only.
	@cd backend && $(BIN)/lint-imports

audit: setup ## Look the locked packages up in the vulnerability database (needs the network).
	@$(BIN)/pip-audit --disable-pip --require-hashes -r backend/requirements.lock

evaluate: setup ## Figures of the readers on the labelled corpus; HALF=check|develop|all, ARGS=--confusions.
	@cd backend && $(BIN)/python -m evaluation --half $(or $(HALF),check) $(ARGS)

demo-data: ## Render the demo resumes again (needs backend/evaluation/render/requirements.txt).
	@cd backend && $(PYTHON) evaluation/render/render.py demo

corpus: ## Render the resumes of the evaluation corpus again (needs the same packages).
	@cd backend && $(PYTHON) evaluation/render/render.py corpus

lock: setup ## Lock the dependencies again (needs uv).
	@cd backend && uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements.lock

clean: ## Remove what was installed; data in var/ stays.
	@rm -rf $(VENV) backend/.mypy_cache backend/.ruff_cache backend/.pytest_cache
