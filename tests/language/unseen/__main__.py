"""Print the figures of each list, and the forms that are wrong in silence; ``--misses`` prints every wrong form."""

import argparse
import sys
from pathlib import Path

from briefgen.language import Language
from tests.language.unseen.examination import examine, lists, read, told


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.language.unseen", description=__doc__)
    parser.add_argument("lists", nargs="*", type=Path, help="lists to read (default: those beside the examination)")
    parser.add_argument("--misses", action="store_true", help="print every wrong form, not only the silent ones")
    given = parser.parse_args()
    language = Language("ru")
    results = [examine(language, read(path), path.name) for path in given.lists or lists()]
    for result in results:
        sys.stdout.write(result.figures() + "\n")
        sys.stdout.writelines(line + "\n" for line in told(result.wrong if given.misses else result.silent))
    return 1 if any(result.silent for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
