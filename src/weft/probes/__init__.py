"""Probes: whether an instance is well, asked again and again on its own host."""
