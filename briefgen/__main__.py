"""``python -m briefgen`` is the command ``briefgen``."""

import os
import sys
from typing import NoReturn

from briefgen.cli import main


def command() -> NoReturn:
    """Run the command and end the process. All that it holds is left to the system: to take it apart first, thing by thing, took a tenth of a build."""
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # whoever read us has gone, or their disk is full
        code = code or 3
    os._exit(code)


if __name__ == "__main__":
    command()
