"""A trust's audit told to each reader; as with a single audit, reports decide nothing."""
