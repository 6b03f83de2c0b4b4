"""Running text in printed lines: how lines fill their column, which go on with which, and the parts of an article."""
