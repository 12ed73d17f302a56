"""Pavilion: static sites for country pavilions, from YAML and Markdown."""

__version__ = "0.1.0"
