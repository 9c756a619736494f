"""``python -m grantkit`` is the command line."""

from grantkit.cli import main

if __name__ == "__main__":
    main()
