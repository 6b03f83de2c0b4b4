"""What the reading of a page or print leaves open, as doubts on lines and facts."""
