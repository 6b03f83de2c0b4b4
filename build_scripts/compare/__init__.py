"""What changes for readers between two states of an edition, as lines of Markdown and as a page."""
