"""The page of a document: its head, its text and notes, its translation, its lists and citations."""
