"""What the elements of a saved page and the styles of a Word file say of the lines, and notes that they declare."""
