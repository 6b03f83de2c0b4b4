"""What every reader can see: lines and their numbering, particulars, furniture, markup, what elements and styles say."""
