"""What the words around a school's name tell of whose it is."""
