"""How far the audit agrees with a reader, measured on the labelled corpus; `make evaluate` prints it."""
