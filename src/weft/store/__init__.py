"""Keys and values at revisions, with leases and watches; knows no noun of the mesh."""
