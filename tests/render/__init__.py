"""Tests of `pavilion_gen/render/`."""
