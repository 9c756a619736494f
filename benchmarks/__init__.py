"""Benchmarks: what grantkit's work costs beside its peers and beside the floor, in one run.

    make bench                                  all rows, into out/bench.json and out/bench.md
    .venv-bench/bin/python -m benchmarks json   the rows whose names start so
    .venv-bench/bin/python -m benchmarks --quick

A row is a function in a module of `benchmarks.rows`; `benchmarks.api` tells how to write one.
"""
