"""Captures that are made up together with the right answer, to read back and compare."""
