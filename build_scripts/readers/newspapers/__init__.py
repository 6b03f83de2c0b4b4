"""Where the stories of a newspaper page begin, as plain lines show it, and what stands above the text of each."""
