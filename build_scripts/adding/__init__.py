"""A new source from a file as it is: what the program sees of it, proposed for a person to correct and commit.

Nothing proposed is read by itself: a reader goes by what stands in `seeds/<id>/`, so a better guess moves no published text.
"""
