"""The house rules, as tests: what hooks/README.md promises must stay true."""

import ast
import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest
from apparatus import checks

HOOKS = Path(__file__).parent.parent / "hooks"
PACKAGE = HOOKS / "apparatus"
# A layer may import only from layers above it in this list; siblings on one line never import each other.
LAYERS = [
    "model",
    "read",
    "pandoc packing",
    "references drawing fonts grounds",
    "records registers",
    "figures",
    "evidence",
    "checks pages enrich changes fixes exports volume sources",
    "typesetting epub archival bundles offline hosting",
    "report manual summary receipt",
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names.split()}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_point_down(path):
    layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for name in imports(path):
        assert not name.startswith("mkdocs"), "the library must run without MkDocs"
        if name.startswith("apparatus.") and layer in RANK:
            target = name.split(".")[1]
            assert target == layer or RANK[target] < RANK[layer], f"{layer} may not import {name}"


def test_every_room_has_its_place():
    rooms = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__"}
    assert rooms == set(RANK)


def test_the_picture_names_every_room():
    picture = (HOOKS / "README.md").read_text(encoding="utf-8")
    rooms = [path for path in [*HOOKS.glob("*.py"), *MODULES] if path.name != "__init__.py" and path.parent.name not in ("checks", "grounds")]
    assert [path.name for path in rooms if path.name not in picture] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_every_module_says_what_it_is_for_and_stays_small(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module opens with one sentence that a newcomer understands"
    assert text.count("\n") <= 300, "split it: a room that large has two purposes"


def test_the_library_loads_without_mkdocs():
    code = "import sys; sys.path.insert(0, sys.argv[1]); import apparatus.checks, apparatus.pages; assert 'mkdocs' not in sys.modules"
    subprocess.run([sys.executable, "-c", code, str(HOOKS)], check=True)


def test_every_check_is_listed_documented_and_shown():
    files = sorted(p.stem for p in (PACKAGE / "checks").glob("[a-z]*[0-9]_*.py"))
    assert files == [check.__name__.rsplit(".", 1)[1] for check in checks.CHECKS]
    for check in checks.CHECKS:
        stem = check.__name__.rsplit(".", 1)[1]
        code, _, fault = stem.partition("_")
        assert check.CODE == code.upper()
        assert check.__doc__.startswith(f"{check.CODE} {fault.replace('_', '-')}: ")
        assert "\nWhy: " in check.__doc__ and "\nFix: " in check.__doc__
        assert (Path(__file__).parent / "checks" / stem / "bad" / "expected.txt").is_file()


def test_nothing_here_shadows_an_installed_module():
    taken = set(sys.stdlib_module_names) | set(importlib.metadata.packages_distributions())
    mine = {p.stem for p in HOOKS.glob("*.py")} | {p.name for p in HOOKS.iterdir() if (p / "__init__.py").is_file()}
    assert not mine & taken
