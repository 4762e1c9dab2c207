"""Review: is the policy in date, does it say when it falls due, and who approved it and when?"""
