"""Fuzzing on demand (`make fuzz`): hours of broken files, where the suite has seconds of them."""
