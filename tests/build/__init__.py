"""Tests of `pavilion_gen/build/`."""
