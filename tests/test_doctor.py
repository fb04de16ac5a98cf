"""What the doctor finds: what is here with its version, and for what is lacking the command that mends it."""

import ctypes
import re
import tomllib
from pathlib import Path

import pytest

from briefgen import doctor
from briefgen.cli import main


def missing(name: str) -> ctypes.CDLL:
    raise OSError(name)


def test_everything_that_is_declared_is_looked_for() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split("[><=]", line)[0] for line in project["dependencies"]}
    assert len(declared) > 10
    assert declared <= {finding.name for finding in doctor.examine()}


def test_a_library_that_cannot_be_loaded_is_lacking_and_has_a_command() -> None:
    finding = doctor._shared("Pango", ("libpango-1.0.so.0",), "pango_version_string", missing)
    assert finding.found == ""
    assert "pango" in finding.mend.lower()


@pytest.mark.parametrize(("tool", "words"), [("apt-get", "libharfbuzz-subset0"), ("dnf", "dnf install"), ("brew", "brew install pango"), ("", "install Pango")])
def test_the_command_is_that_of_the_machine(monkeypatch: pytest.MonkeyPatch, tool: str, words: str) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == tool else None)
    assert words in doctor.mend()


def test_what_is_lacking_is_exit_code_3(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: (doctor.Finding("Pango", "", "get it"), doctor.Finding("lxml", "6.1")))
    assert main(["doctor"]) == 3
    said = capsys.readouterr().out.splitlines()
    assert said[0].split() == ["LACKS", "Pango", "get", "it"]
    assert said[1].split() == ["ok", "lxml", "6.1"]
    assert said[-1] == "  get it"


def test_a_whole_machine_is_exit_code_0(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: (doctor.Finding("lxml", "6.1"),))
    assert main(["doctor"]) == 0
    assert "Nothing is lacking" in capsys.readouterr().out
