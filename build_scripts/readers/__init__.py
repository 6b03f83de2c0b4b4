"""Readers: each knows one shape of capture and describes it as documents. They never repair."""
