"""What every reader can see: lines and their numbering, furniture, markup, what elements and styles say."""
