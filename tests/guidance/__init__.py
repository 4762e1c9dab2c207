"""The guidance register: its data, what was in force when, and what a text cites."""
