"""The documentation is true: its code runs, its commands work, its signatures are the code's."""

import ast
import importlib
import inspect
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

import grantkit
from grantkit.cli import main
from grantkit.plugins import hookspecs

ROOT = Path(__file__).parents[2]
GUIDE = "docs/plugins.md"
PAGES = [
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", *sorted(ROOT.glob("docs/*.md")))
]
COVERS = [
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "examples" / "README.md", *sorted(ROOT.glob("plugins/*/README.md")))
]
PUBLIC = re.compile(r"grantkit(\.(model|document|errors|[a-z_]+\.api|testing(\.[a-z_]+)*))?\Z")
HOOKS = [name for name in vars(hookspecs) if name.startswith("grantkit_")]
PACKAGE = "grantkit_village"

Blocks = Callable[[str, str], list[Any]]


@pytest.fixture
def village(
    folder: Path, blocks: Blocks, monkeypatch: pytest.MonkeyPatch
) -> Iterator[types.ModuleType]:
    """The package of the guide, with its catalogue and a module that is still empty."""
    package = folder / PACKAGE
    messages = package / "locale" / "en" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "plugin.py").touch()
    (catalogue,) = blocks(GUIDE, "po")
    (messages / "grantkit-village.po").write_text(catalogue.text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    yield importlib.import_module(f"{PACKAGE}.plugin")
    for name in (PACKAGE, f"{PACKAGE}.plugin"):
        sys.modules.pop(name, None)


def run(name: str, blocks: list[Any], namespace: dict[str, Any]) -> None:
    """Run the blocks in order; a traceback shows the line of the page."""
    for block in blocks:
        code = "\n" * block.line + block.text
        exec(compile(code, name, "exec"), namespace)  # noqa: S102 - our own pages


def test_the_guide_runs(village: types.ModuleType, blocks: Blocks) -> None:
    run(GUIDE, blocks(GUIDE, "python"), vars(village))
    kit = grantkit.Kit([village], discover=False)
    assert kit.problems == ()


@pytest.mark.parametrize("page", [page for page in PAGES if page != GUIDE])
def test_other_pages_run(page: str, folder: Path, blocks: Blocks) -> None:
    """Those with a prompt are run as doctests, by `make test`."""
    found = [block for block in blocks(page, "python") if ">>> " not in block.text]
    run(page, found, {"__name__": "page"})
    assert folder.is_dir()


def definitions(blocks: Blocks) -> str:
    """The blocks that make the module, without those that try it."""
    texts = [block.text for block in blocks(GUIDE, "python")]
    return "\n\n".join(text for text in texts if "Kit(" not in text and "assert" not in text)


def test_the_guide_has_each_hook_with_its_signature(blocks: Blocks) -> None:
    tree = ast.parse(definitions(blocks))
    here = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for name in HOOKS:
        spec = ast.parse(inspect.getsource(getattr(hookspecs, name))).body[0]
        assert isinstance(spec, ast.FunctionDef)
        assert name in here, f"{GUIDE} has no {name}"
        assert ast.unparse(here[name].args) == ast.unparse(spec.args) == ""
        assert ast.unparse(here[name].returns or spec) == ast.unparse(spec.returns or spec)
    assert {name for name in here if name.startswith("grantkit_")} == set(HOOKS)


def test_the_guide_uses_public_names_only(blocks: Blocks) -> None:
    tree = ast.parse("\n".join(block.text for block in blocks(GUIDE, "python")))
    private = []
    for node in ast.walk(tree):
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            modules.append(node.module)
            known = importlib.import_module(node.module) if PUBLIC.match(node.module) else None
            private += [a.name for a in node.names if known and a.name not in known.__all__]
        private += [
            name for name in modules if name.startswith("grantkit.") and not PUBLIC.match(name)
        ]
    assert not private


def test_the_exporter_is_short_and_whole(blocks: Blocks) -> None:
    start, exporter = (block.text for block in blocks(GUIDE, "python")[:2])
    imports = [
        line
        for line in start.splitlines()
        if re.search(r"csv|io$|frozen|Finding|Exporter|walk|Iter|Bin", line)
    ]
    assert len(imports) + len(exporter.splitlines()) < 60


def test_a_distribution_made_of_the_guide_is_found(
    village: types.ModuleType, folder: Path, blocks: Blocks
) -> None:
    project = tomllib.loads(blocks(GUIDE, "toml")[0].text)["project"]
    (folder / PACKAGE / "plugin.py").write_text(definitions(blocks), encoding="utf-8")
    info = folder / "grantkit_village-0.1.0.dist-info"
    info.mkdir()
    needs = "".join(f"Requires-Dist: {line}\n" for line in project["dependencies"])
    head = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(head + needs)
    points = project["entry-points"]["grantkit"]
    lines = "".join(f"{name} = {value}\n" for name, value in points.items())
    (info / "entry_points.txt").write_text(f"[grantkit]\n{lines}")
    importlib.reload(village)
    importlib.invalidate_caches()
    kit = grantkit.Kit()
    assert kit.problems == ()
    assert kit.owner("exporter", "csv") == project["name"] == "grantkit-village"
    assert list(points) == [project["name"]]


def test_the_catalogue_has_every_word_the_guide_asks_for(blocks: Blocks, folder: Path) -> None:
    (block,) = blocks(GUIDE, "po")
    (folder / "words.po").write_text(block.text, encoding="utf-8")
    with (folder / "words.po").open("rb") as file:
        keys = {message.id for message in read_po(file, abort_invalid=True) if message.id}
    codes = set(re.findall(r"\"(VC\d{3})\"", definitions(blocks)))
    assert codes <= keys
    assert {f"VC201.{part}" for part in ("title", "why", "remedy")} <= keys


@pytest.mark.slow
def test_the_guide_s_project_builds(
    village: types.ModuleType, folder: Path, blocks: Blocks
) -> None:
    assert village
    (folder / PACKAGE / "plugin.py").write_text(definitions(blocks), encoding="utf-8")
    (folder / "pyproject.toml").write_text(blocks(GUIDE, "toml")[0].text, encoding="utf-8")
    target = folder / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    pip += ["--no-build-isolation", "--disable-pip-version-check", "--target", str(target), "."]
    subprocess.run(pip, check=True, cwd=folder)
    assert (target / PACKAGE / "locale/en/LC_MESSAGES/grantkit-village.po").is_file()
    assert list(target.glob("grantkit_village-*.dist-info/entry_points.txt"))


@pytest.mark.slow
def test_the_guide_is_typed(folder: Path, blocks: Blocks) -> None:
    (folder / "village.py").write_text(definitions(blocks), encoding="utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", str(folder / "village.py")]
    done = subprocess.run(mypy, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def commands(page: str, heading: str = "") -> list[str]:
    """The lines that a shell runs below a heading, those of pip left out."""
    text = (ROOT / page).read_text(encoding="utf-8")
    section = text.partition(heading)[2].partition("\n## ")[0] if heading else text
    blocks = re.findall(r"^```sh\n(.*?)^```$", section, flags=re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    return [line for line in lines if not line.startswith("pip ")]


README = commands("README.md", "## Use it from a shell")
PLUGINS = [page for page in COVERS if page.startswith("plugins/")]


def test_there_are_commands() -> None:
    assert len(README) >= 5
    assert all(commands(page) for page in PLUGINS)


@pytest.mark.parametrize("line", [*README, *(line for page in PLUGINS for line in commands(page))])
def test_a_command_works(
    line: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(folder / "examples" / "anticorruption-2024.json", folder / "report.json")
    name, *words = shlex.split(line)
    assert name == "grantkit"
    monkeypatch.setattr(sys, "argv", [name, *words])
    with pytest.raises(SystemExit) as left:
        main()
    said = capfd.readouterr()
    # The example keeps the contradictions of a real report: validating it finds errors.
    assert left.value.code == (1 if "validate" in words else 0), said.err
    if "-o" in words:
        assert (folder / words[words.index("-o") + 1]).stat().st_size > 1000
    else:
        assert said.out.strip()


@pytest.mark.parametrize("page", [*PAGES, *COVERS])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert not [link for link in links if not (ROOT / page).parent.joinpath(link).exists()]
