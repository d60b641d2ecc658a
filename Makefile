# make brief   sets everything up and writes the sample brief to output/
# make test    sets everything up and runs all tests
# make check   has the validators look at the samples' outputs
# make docs    builds the documentation into site/
# Everything installed goes to .venv and .cache; system libraries only where they are missing.

PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .cache/uv/bin/uv)
RUN := .venv/bin
SAMPLE := samples/kestrel-strait
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv

.PHONY: brief demo-week test lint check mail-lint docs bench benchmarks clean setup

brief: setup
	$(RUN)/briefgen brief $(SAMPLE)/inbox --project $(SAMPLE)/briefgen.toml --date 2026-03-13 --output output

# a week of the sample, day by day: mailed, published, all on this machine
demo-week: setup
	$(RUN)/python tests/demo/demo_week.py output/demo-week

test: setup
	$(RUN)/pytest -n 2 --dist worksteal

lint: setup
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy

check: setup
	$(RUN)/python scripts/check.py

docs: setup
	NO_MKDOCS_2_WARNING=1 $(RUN)/mkdocs build --strict --quiet --clean

# whether mail programs know what the digest uses, by the data of caniemail.com; needs node 20 and npm
mail-lint: setup
	npm install --silent --no-save --prefix .cache/npm caniemail@2
	$(RUN)/pytest tests/writers/test_mail_pictures.py -k mail_programs

bench: setup
	$(RUN)/python tests/benchmark/stages.py
	$(RUN)/python tests/benchmark/printing.py

# docs/benchmarks.md, made anew: make benchmarks CORPORA=folder
benchmarks: setup
	$(RUN)/python tests/benchmark/report.py --corpora "$(CORPORA)"

clean:
	rm -rf site .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis dist
	find output -mindepth 1 ! -name .gitignore -delete

setup: .cache/system .cache/synced

.cache/system: .ci/system-libraries
	@mkdir -p .cache
	sh .ci/system-libraries
	@touch $@

.cache/synced: pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "briefgen needs Python 3.11 or newer; name one with make PYTHON=python3.12" >&2; exit 1; }
	@mkdir -p .cache
	@command -v uv >/dev/null || test -x .cache/uv/bin/uv || { $(PYTHON) -m venv .cache/uv && .cache/uv/bin/pip install --quiet uv; }
	$(UV) sync --frozen --quiet --python $(PYTHON)
	@touch $@
