"""What a capture knows of how its lines are printed, as readers use it."""
