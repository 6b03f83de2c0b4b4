"""Running text of a tree: words with their marks and links, sentences, and what is said of single words."""
