"""Writers: documents and the edition to one output format each."""
