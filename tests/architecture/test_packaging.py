"""The distributions agree with one another, and a plugin uses only what is public."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution, entry_points
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
CORE = "grantkit-core"
PLUGINS = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))
FOLDERS = [ROOT, *PLUGINS]
PUBLIC = re.compile(
    r"grantkit(\.(model|document|errors|[a-z_]+\.api|testing(\.[a-z_]+)*))?", flags=re.ASCII
)

each_distribution = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
each_plugin = pytest.mark.parametrize("folder", PLUGINS, ids=lambda folder: folder.name)


def pyproject(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))


def package(folder: Path) -> Path:
    """The one import package of a distribution."""
    (found,) = (folder / "src").glob("*/__init__.py")
    return found.parent


def requirements(folder: Path) -> Iterator[Requirement]:
    """Every requirement that a file states, be it of the build, the run, an extra or a group."""
    data = pyproject(folder)
    extras = data["project"].get("optional-dependencies", {})
    lists = [
        data["build-system"]["requires"],
        data["project"]["dependencies"],
        *extras.values(),
        *data.get("dependency-groups", {}).values(),
    ]
    for stated in lists:
        yield from (Requirement(text) for text in stated)


def test_every_plugin_folder_is_named_as_its_distribution() -> None:
    assert [pyproject(folder)["project"]["name"] for folder in FOLDERS] == [
        CORE,
        *(folder.name for folder in PLUGINS),
    ]


@each_distribution
def test_metadata_agree(folder: Path) -> None:
    ours, core = pyproject(folder)["project"], pyproject(ROOT)["project"]
    assert package(folder).name == ("grantkit" if folder == ROOT else folder.name.replace("-", "_"))
    for key in ("requires-python", "license", "license-files", "authors"):
        assert ours[key] == core[key], key
    assert distribution(ours["name"]).version == ours["version"], "installed before a change"


@each_distribution
def test_what_each_distribution_carries(folder: Path) -> None:
    assert (package(folder) / "py.typed").is_file()
    for copied in ("LICENSE", "hatch_build.py"):
        assert (folder / copied).read_bytes() == (ROOT / copied).read_bytes()
    for told in ("README.md", "CHANGELOG.md"):
        assert (folder / told).is_file()
    assert f"## {pyproject(folder)['project']['version']}" in (folder / "CHANGELOG.md").read_text()


@each_distribution
def test_one_entry_point_named_as_the_distribution(folder: Path) -> None:
    project = pyproject(folder)["project"]
    module = "grantkit.plugins.builtin" if folder == ROOT else f"{package(folder).name}.plugin"
    assert project["entry-points"] == {"grantkit": {project["name"]: module}}


def test_the_entry_points_are_installed() -> None:
    installed = {point.name for point in entry_points(group="grantkit")}
    assert installed >= {pyproject(folder)["project"]["name"] for folder in FOLDERS}


@each_distribution
def test_requirements_have_a_floor_and_a_ceiling(folder: Path) -> None:
    project = pyproject(folder)["project"]
    extras = project.get("optional-dependencies", {}).values()
    for text in chain(project["dependencies"], *extras):
        operators = {specifier.operator for specifier in Requirement(text).specifier}
        assert operators == {">=", "<"}, text


@each_distribution
def test_no_requirement_names_the_other_project(folder: Path) -> None:
    """`grantkit` on the public index is not ours."""
    assert "grantkit" not in {requirement.name.lower() for requirement in requirements(folder)}


@each_plugin
def test_a_plugin_requires_the_core_of_its_line(folder: Path) -> None:
    ours = {CORE, *(plugin.name for plugin in PLUGINS)}
    siblings = [wanted for wanted in requirements(folder) if wanted.name in ours]
    assert CORE in {Requirement(text).name for text in pyproject(folder)["project"]["dependencies"]}
    for wanted in siblings:
        home = ROOT if wanted.name == CORE else ROOT / "plugins" / wanted.name
        assert wanted.specifier.contains(pyproject(home)["project"]["version"]), wanted


def imports(path: Path) -> Iterator[str]:
    """Every module of grantkit that a file imports, a submodule taken from its package included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            below = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name for name in below if is_module(name)]
            if len(names) < len(below):  # at least one name lives in the module itself
                names.append(node.module)
        yield from (name for name in names if name.split(".")[0] == "grantkit")


def is_module(name: str) -> bool:
    base = ROOT.joinpath("src", *name.split("."))
    return base.with_suffix(".py").is_file() or (base / "__init__.py").is_file()


@each_plugin
def test_a_plugin_imports_only_what_is_public(folder: Path) -> None:
    private = [
        f"{path.relative_to(folder)}: {name}"
        for path in sorted(package(folder).rglob("*.py"))
        for name in imports(path)
        if not PUBLIC.fullmatch(name)
    ]
    assert not private


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        ("from grantkit import Kit", True),
        ("from grantkit.rules.api import Rule", True),
        ("import grantkit.testing.strategies", True),
        ("from grantkit.model.money import Money", False),
        ("from grantkit import kit", False),
        ("import grantkit.kit as k", False),
        ("def late():\n    from grantkit.exchange import files", False),
    ],
)
def test_the_check_of_imports_sees(line: str, *, allowed: bool, tmp_path: Path) -> None:
    (tmp_path / "plugin.py").write_text(line)
    assert all(PUBLIC.fullmatch(name) for name in imports(tmp_path / "plugin.py")) == allowed


def test_no_tests_folder_is_a_package() -> None:
    """With one, pytest takes a distribution's tests for another's and stays green."""
    tests = [ROOT / "tests", *(folder / "tests" for folder in PLUGINS)]
    assert not [path for folder in tests for path in folder.rglob("__init__.py")]


def test_no_module_is_longer_than_400_lines() -> None:
    roots = [ROOT / "src", ROOT / "tests", *PLUGINS, ROOT / "examples", ROOT / "benchmarks"]
    long = [
        str(path.relative_to(ROOT))
        for root in roots
        for path in sorted(root.rglob("*.py"))
        if len(path.read_text(encoding="utf-8").splitlines()) > 400
    ]
    assert not long
