"""The shape of the policy: its sections and points, its numbers, its contents list."""
