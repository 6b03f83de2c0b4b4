"""What a text says of itself: when and where it came out, who wrote, made and published it, and by which words that is seen."""
