"""The control-plane process: what it knows of hosts, and the wiring of all its parts."""
