"""What is kept between builds, written by two of them at the same time: the site's and the offline site's."""

import subprocess
import sys
from pathlib import Path

HOOKS = Path(__file__).parents[2] / "hooks"
KEEP = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from apparatus import pandoc
place = Path(sys.argv[2]) / "references.json"
for _ in range(400):
    pandoc.keep(place, {"hive": "bee" * 20_000})
    assert pandoc.kept(place) == {"hive": "bee" * 20_000}
"""


def test_neither_trips_over_the_other(tmp_path):
    folder = tmp_path / "cache"
    running = [subprocess.Popen([sys.executable, "-c", KEEP, HOOKS, folder], stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(one.communicate()[1], one.returncode) for one in running] == [("", 0), ("", 0)]
    assert [path.name for path in folder.iterdir()] == ["references.json"]
