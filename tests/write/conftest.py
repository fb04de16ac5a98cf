from pathlib import Path

import pytest

from briefgen.write import House

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="session")
def house() -> House:
    return House.load([TEMPLATES])
