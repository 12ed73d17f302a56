"""Tests of `pavilion_gen/pages/`."""
