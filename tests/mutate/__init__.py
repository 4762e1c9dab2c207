"""Clean policies with one fault put in by seed: is it caught under its code and place, and nothing else?"""
