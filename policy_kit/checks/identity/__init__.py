"""Identity: is it this school's own policy, with its own people, nation and phase?"""
