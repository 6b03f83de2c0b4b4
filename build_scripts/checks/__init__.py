"""Checks: documents to diagnostics; they change nothing."""
