"""Envoy, the program: its API as types, where its binary is, what it accepts, how to ask it.

Knows no noun of the mesh: whoever compiles services into Envoy's resources
imports from here, never the other way round.
"""
