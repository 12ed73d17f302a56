"""The preview: pages on demand from memory, reloaded on every save, mistakes laid over them."""
