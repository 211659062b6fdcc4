"""The nouns of the mesh as frozen values; no behaviour but what follows from them."""
