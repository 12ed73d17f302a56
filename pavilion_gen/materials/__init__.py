"""What pages are made of: clean HTML, named pictures and assets, finished strings."""
