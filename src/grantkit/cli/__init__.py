"""The `grantkit` command. Without the extra ``cli`` it says what to install."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line."""
    try:
        from grantkit.cli.commands import run
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        sys.stderr.write(
            "grantkit: the command line needs one more package; try: "
            "pip install 'grantkit-core[cli]'\n"
        )
        sys.exit(2)
    sys.exit(run())
