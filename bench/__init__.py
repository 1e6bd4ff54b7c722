"""Benchmarks. Each prints what it measured beside a baseline of the same run, and asserts nothing about clocks."""
