"""The delta protocol, spoken to agents and to Envoys: sessions without I/O, and their streams."""
