"""What was never finished: blanks, lists that were not written, empty sections, notes to the author."""
