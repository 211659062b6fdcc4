"""The command line: arguments in, text out, exit code back; one file a noun."""
