"""What all rooms' tests share: the option that renews golden files."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files anew; read every line of the difference before committing it")
