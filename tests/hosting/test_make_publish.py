"""``make publish`` hands names over as they were typed: neither make nor a shell reads them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def make(built, tmp_path, tool):
    """A function that runs ``make publish`` in a folder with the Makefile, the hooks and a built site."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    built.write()

    def run(*arguments, **environment):
        clean = {
            name: value
            for name, value in os.environ.items()
            if name not in ("EDITION", "PREVIEW", "INTO", "DROP", "MAKEFLAGS", "MAKELEVEL")
        }
        command = [tool("make"), "--silent", "publish", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=clean | environment, check=False)
        return done.returncode, done.stdout + done.stderr

    return run


def test_it_publishes_into_a_folder_without_installing_anything(make, tmp_path):
    code, said = make("INTO=host", "EDITION=1")
    assert code == 0 and (tmp_path / "host/v/1/index.html").is_file(), said
    assert make("INTO=host", PREVIEW="pr-7")[0] == 0 and (tmp_path / "host/preview/pr-7").is_dir()
    assert make("INTO=host", "PREVIEW=pr-7", "DROP=1")[0] == 0 and not (tmp_path / "host/preview/pr-7").exists()
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize(
    "value",
    ["$(shell touch planted)", "`touch planted`", "$$(touch planted)", "';touch planted;'", '"; touch planted; "', "1\ntouch planted"],
)
@pytest.mark.parametrize("name", ["EDITION", "PREVIEW"])
def test_a_name_is_never_run(make, tmp_path, name, value):
    for code, said in (make("INTO=host", f"{name}={value}"), make("INTO=host", **{name: value})):
        assert code and "is no name of" in said
    assert not (tmp_path / "planted").exists() and not (tmp_path / "host").exists()
