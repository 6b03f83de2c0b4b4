"""What every reader can see: lines and their numbering, and what stands near each of them."""
