"""What is measured and logged: its names, its reading, its windows and its output."""
