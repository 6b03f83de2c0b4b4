"""What a print sets in: quotations and verse, and what may be either."""
