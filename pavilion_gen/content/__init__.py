"""Reading the content tree: files in, located and typed records out; nothing is raised."""
