"""The pages that are no document: home, collation, connections, works, glossary, ledger, about."""
