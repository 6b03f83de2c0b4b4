"""What lines of a page show together, that none of them shows by itself."""
