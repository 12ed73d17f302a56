"""Tests of `pavilion_gen/materials/`."""
