"""Notes: their marks, calls and lists, wherever a capture has them."""
