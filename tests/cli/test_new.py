"""Beginning a desk, an event, a person, an agreement: a file to fill in, and never one replaced."""

from pathlib import Path

import pytest

from briefgen.cli import main


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    starters = tmp_path / "package" / "templates" / "_new"
    (starters / "desk" / "sources" / "example").mkdir(parents=True)
    (starters / "desk" / "desk.yaml").write_text("format: 1\n")
    (starters / "desk" / "sources" / "example" / "facts.yaml").write_text("kind: meeting\n")
    for what in ("event", "person", "agreement"):
        (starters / f"{what}.yaml").write_text(f"# {what} KEY\nKEY:\n")
    for module in ("new", "init"):
        monkeypatch.setattr(f"briefgen.cli.{module}.shipped", lambda name: tmp_path / "package" / name)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "desk.yaml").write_text("format: 1\n")
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def test_an_event_and_a_person_get_files_with_their_key(desk: Path) -> None:
    assert main(["new", "event", "talks-2026"]) == 0
    assert (desk / "sources/talks-2026/facts.yaml").read_text() == "# event talks-2026\ntalks-2026:\n"
    assert main(["new", "person", "siti-rahma"]) == 0
    assert (desk / "sources/register/siti-rahma.yaml").read_text() == "# person siti-rahma\nsiti-rahma:\n"


def test_an_agreement_is_printed_since_it_lives_in_its_event(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "agreement", "fisheries"]) == 0
    assert capsys.readouterr().out == "# agreement fisheries\nfisheries:\n"
    assert not (desk / "sources").exists()


def test_no_file_is_replaced(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "event", "talks"])
    (desk / "sources/talks/facts.yaml").write_text("mine")
    assert main(["new", "event", "talks"]) == 2
    assert "U012" in capsys.readouterr().err
    assert (desk / "sources/talks/facts.yaml").read_text() == "mine"


@pytest.mark.parametrize("key", ["Talks", "../talks", "1talks", "a" * 65, "register", "any", "x-1", "talks/2", "переговоры", ""])
def test_a_key_is_checked_before_anything_is_made(desk: Path, key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "event", key]) == 2
    assert "U011" in capsys.readouterr().err
    assert sorted(path.name for path in desk.iterdir()) == ["desk.yaml"]


def test_a_desk_is_made_in_a_new_or_empty_folder_only(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "other"]) == 0
    assert (desk / "other/sources/example/facts.yaml").read_text() == "kind: meeting\n"
    assert main(["init", "other"]) == 2
    assert "U010" in capsys.readouterr().err
    (desk / "empty").mkdir()
    assert main(["init", "empty"]) == 0


def test_what_comes_next_follows_the_desk(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "briefgen new event KEY" in capsys.readouterr().out
    main(["new", "event", "talks"])
    main([])
    said = capsys.readouterr().out
    assert "1 event: talks" in said
    assert "briefgen check" in said


@pytest.mark.parametrize("what", ["event", "person", "agreement"])
@pytest.mark.parametrize("key", ["con", "nul", "aux", "com1", "lpt9"])
def test_what_windows_takes_for_a_device_is_no_key(desk: Path, what: str, key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", what, key]) == 2
    assert "U011" in capsys.readouterr().err
    assert not (desk / "sources").exists()
