"""What the face and size of type set off: headings in bold or italics, heads and entries of small print."""
