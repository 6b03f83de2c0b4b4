"""Tests of what is built: docs, pages, data, the proof, the command line."""
