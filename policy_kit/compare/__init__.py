"""What changed between two policies, by section, and the old Word file with it as tracked changes."""
