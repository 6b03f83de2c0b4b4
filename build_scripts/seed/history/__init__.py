"""What has been published and what the last commit holds: names of ids and links, former words, moved lines, days."""
