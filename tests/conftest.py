"""What all rooms' tests share: the option that renews golden files, and the desks that speak a language which nobody speaks."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.compose.desks import EXAMPLE, ROOT
from tests.tongues import pseudo

settings.register_profile("briefgen", deadline=None)  # how long a machine takes is no matter of a test
settings.load_profile("briefgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the golden files anew; read every line of the difference before committing it")


@pytest.fixture(scope="session")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's desk, in the pseudo-language too."""
    return pseudo.desk(ROOT, tmp_path_factory.mktemp("everywhere"), ROOT)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example, for which every kind of document can be made, in the pseudo-language too."""
    return pseudo.desk(EXAMPLE, tmp_path_factory.mktemp("example"), ROOT)
