"""Is the policy up to date? Editions, withdrawn guidance, old words and bodies, passed times, slips."""
