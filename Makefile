# What there is to do here, each with one word. `make` alone lists it.
.DEFAULT_GOAL := help
PORT ?= 8080
DATABASE ?= data/karavaan.sqlite
DEMO_DATABASE ?= data/demo.sqlite
KARAVAAN := .build/debug/karavaan

.PHONY: help demo run build test bench format docs setup clean

help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## install what is missing to build and run
	@scripts/setup run

build: setup ## build
	@echo "▸ Building (the first time takes about eight minutes on two cores)"
	@swift build --product karavaan

demo: build ## the metal programme and the Groene Hart plan, with invented companies and people, on http://localhost:8080
	@mkdir -p $(dir $(DEMO_DATABASE))
	@exec $(KARAVAAN) demo --database $(DEMO_DATABASE) --port $(PORT)

run: build ## your own database in data/, on http://localhost:8080
	@mkdir -p $(dir $(DATABASE))
	@$(KARAVAAN) migrate --database $(DATABASE)
	@exec $(KARAVAAN) serve --database $(DATABASE) --port $(PORT)

test: ## everything that must hold: format, architecture, build, tests on both databases, browser journeys
	@scripts/setup test
	@scripts/test

bench: ## measure, beside what one would use instead
	@scripts/setup bench
	@scripts/bench

format: ## put the source in its form
	@swift format --in-place --parallel -r Sources Tests Package.swift

docs: ## the reference of the source, in docs/api
	@scripts/docs

clean: ## forget what was built; leaves data/ alone
	@rm -rf .build .build-* .venv docs/api
