"""Writing into the content folder for an editor."""
