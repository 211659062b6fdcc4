"""Text to documents: what a person wrote, or every problem with it at its place.

Start with read.py. Nothing is imported here: report.py is light, read.py brings pydantic.
"""
