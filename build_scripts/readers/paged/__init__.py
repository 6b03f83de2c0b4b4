"""What stands around the pages of a print: page numbers and running heads."""
