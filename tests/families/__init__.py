"""Wordings of what an audit tells besides points and headings, half of them held out."""
