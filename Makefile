# What people do with this repository; 'make help' lists it.

PREFIX ?= /usr/local
DESTDIR ?=
FUZZ_SECONDS ?= 60
BENCH ?=
SITE ?= Site
CHECK_SITE ?=
# With the Swift runtime linked in, the program starts in half the time.
RELEASE = -c release --static-swift-stdlib

SOURCES = $(wildcard Sources Tests Plugins Package.swift)

.PHONY: help portal test test-site build check-format format install bench fuzz clean
.DEFAULT_GOAL := help

help: ## List these targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

portal: ## Set up, build, and compile the portal in this folder into Site.
	@scripts/set-up
	swift build $(RELEASE) --product annex
	.build/release/annex build

test: ## Set up, check the format, and run all tests.
	@scripts/set-up tests
	@$(MAKE) --no-print-directory check-format
	swift build --build-tests
	swift test --skip-build --disable-xctest --quiet

test-site: ## Check the portal in SITE (default Site): HTML, links, requests, who can use it, what the search finds.
	@scripts/check-site $(CHECK_SITE) $(SITE)
	@scripts/check-directory $(SITE)
	@scripts/check-matrix $(SITE)
	@scripts/check-search $(SITE)

build: ## Build for development.
	@scripts/set-up
	swift build

check-format: ## Complain about Swift code that is not formatted.
	swift format lint --strict -r $(SOURCES)

format: ## Format all Swift code.
	swift format -i -r $(SOURCES)

install: ## Install one self-contained program to PREFIX (default /usr/local), below DESTDIR.
	@scripts/set-up
	@scripts/install '$(PREFIX)' '$(DESTDIR)'

bench: ## Measure against Hugo, git and a floor program; BENCH='--help' lists the options.
	@scripts/set-up
	swift build $(RELEASE) --product annex
	swift build $(RELEASE) --product bench-templates
	swift build $(RELEASE) --product bench-differences
	@Benchmarks/Templates/compare.py .build/release/bench-templates
	@Benchmarks/Differences/compare.py .build/release/bench-differences --annex .build/release/annex
	@Benchmarks/Differences/changelog.py .build/release/annex $(BENCH)
	@Benchmarks/bench.py $(BENCH)

fuzz: ## Fuzz every fuzz target for FUZZ_SECONDS (default 60).
	@scripts/set-up
	@scripts/fuzz $(FUZZ_SECONDS)

clean: ## Remove everything that was built, but not Site.
	rm -rf .build Benchmarks/corpus/__pycache__
