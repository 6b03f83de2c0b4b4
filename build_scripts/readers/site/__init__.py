"""What a site sets around its texts: navigation, buttons, counts, pointers, lists of other texts, rights."""
