"""Rendering: MkDocs once per tree, the files around the trees, and the swap of the finished site."""
