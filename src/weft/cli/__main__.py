"""`python -m weft.cli` is the command `weft`, for the processes that Weft starts itself."""

from weft.cli.main import main

main()
