"""What only shows across schools: borrowed names, copied passages, the trust's wording, its dates."""
