"""Each distribution, built as it would be released and installed into an environment of its own."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [pytest.mark.clean, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "anticorruption-2024.json"
PLUGINS = sorted(path.parent.name for path in ROOT.glob("plugins/*/pyproject.toml"))
FOLDERS = {"grantkit-core": ROOT, **{name: ROOT / "plugins" / name for name in PLUGINS}}
KINDS = ("exporters", "importers", "locales", "forms", "rules", "measures")

LIST = f"""
import json, grantkit
kit = grantkit.Kit(strict=True)
name = lambda one: getattr(one, "id", None) or getattr(one, "code", one)
print(json.dumps({{kind: [name(one) for one in getattr(kit, kind)] for kind in {KINDS!r}}}))
"""
EXPORT = """
import sys, grantkit
kit = grantkit.Kit(strict=True)
report = kit.load(sys.argv[1])
kit.export(report, sys.argv[2])
assert kit.load(sys.argv[2]) == report
"""
MISSING = """
import sys, grantkit
kit = grantkit.Kit()
try:
    kit.exporter(sys.argv[1])
except grantkit.errors.GrantkitError as error:
    print(error)
"""
# What one plugin adds to the core alone, and in which other kinds it may add as it likes.
ADDS = {
    "grantkit-docx": {"exporters": {"docx"}},
    "grantkit-xlsx": {"exporters": {"xlsx"}},
    "grantkit-kk": {"locales": {"kk"}},
    "grantkit-ru": {"locales": {"ru"}},
    "grantkit-kz": {"forms": {"kz-grant-final"}},
}
MAY_ADD = {"grantkit-kz": {"rules", "measures"}}

Abilities = dict[str, set[str]]


def run(*command: str | Path, ok: bool = True) -> subprocess.CompletedProcess[str]:
    """Run outside the checkout, so that nothing of it is importable."""
    ours = ("PYTHON", "COV", "VIRTUAL_ENV")
    env = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=sys.prefix, env=env
    )
    assert not ok or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of each distribution, and the wheel made from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    for source in FOLDERS.values():
        run(sys.executable, "-m", "build", "--outdir", folder, source)
    return folder


class Environment:
    """A virtual environment of its own."""

    def __init__(self, folder: Path, python: str, wheels: Path) -> None:
        run(python, "-m", "venv", folder)
        self.python, self.script = folder / "bin" / "python", folder / "bin" / "grantkit"
        self.wheels = wheels

    def install(self, *names: str) -> None:
        """From the wheels built here; only what is not ours comes from the index."""
        ours = [f"{name} @ {self.wheel(name.split('[')[0]).as_uri()}" for name in names]
        run(self.python, "-m", "pip", "install", "--quiet", "--find-links", self.wheels, *ours)
        run(self.python, "-m", "pip", "check")

    def wheel(self, name: str) -> Path:
        return next(self.wheels.glob(f"{name.replace('-', '_')}-*.whl"))

    def abilities(self) -> Abilities:
        listed = json.loads(run(self.python, "-c", LIST).stdout)
        return {kind: set(ids) for kind, ids in listed.items()}


@pytest.fixture
def environment(tmp_path: Path, built: Path) -> Callable[..., Environment]:
    def make(*names: str, python: str = sys.executable) -> Environment:
        made = Environment(tmp_path / "env", python, built)
        made.install(*names)
        return made

    return make


@pytest.fixture(scope="session")
def core_abilities(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Abilities:
    core = Environment(tmp_path_factory.mktemp("core"), sys.executable, built)
    core.install("grantkit-core")
    return core.abilities()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_wheel_holds_what_it_needs_and_no_more(built: Path, name: str) -> None:
    package = "grantkit" if name == "grantkit-core" else name.replace("-", "_")
    (wheel,) = built.glob(f"{name.replace('-', '_')}-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    inside = {each for each in names if ".dist-info/" not in each}
    assert f"{package}/py.typed" in inside
    assert any(each.endswith("licenses/LICENSE") for each in names)
    assert {each.split("/")[0] for each in inside} == {package}
    assert not [each for each in inside if each.endswith(".po")]
    sources = (FOLDERS[name] / "src").rglob("*.po")
    wanted = {path.relative_to(FOLDERS[name] / "src").with_suffix(".mo") for path in sources}
    assert {Path(each) for each in inside if each.endswith(".mo")} == wanted


def test_the_core_s_sdist_holds_no_plugin(built: Path) -> None:
    (sdist,) = built.glob("grantkit_core-*.tar.gz")
    with tarfile.open(sdist) as archive:
        parts = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    assert "src" in parts
    assert not parts & {"plugins", "tests", "benchmarks", ".ci"}


def pythons() -> list[str]:
    """One interpreter for each supported minor version that is found here."""
    found = {sys.version_info.minor: sys.executable}
    for minor in (11, 12, 13, 14):
        homes = sorted(Path.home().glob(f".pyenv/versions/3.{minor}.*/bin"), reverse=True)
        places = os.pathsep.join([*map(str, homes), os.environ["PATH"]])
        if python := shutil.which(f"python3.{minor}", path=places):
            found.setdefault(minor, python)
    return list(found.values())


@pytest.mark.parametrize("python", pythons(), ids=lambda path: "-".join(Path(path).parts[-3:]))
def test_the_core_alone_writes_and_reads_json(
    environment: Callable[..., Environment], python: str, tmp_path: Path
) -> None:
    core = environment("grantkit-core", python=python)
    written = tmp_path / "report.json"
    run(core.python, "-c", EXPORT, EXAMPLE, written)
    assert json.loads(written.read_text(encoding="utf-8"))


def test_the_core_alone_names_the_distribution_that_offers_more(
    environment: Callable[..., Environment],
) -> None:
    core = environment("grantkit-core")
    assert "grantkit-docx" in run(core.python, "-c", MISSING, "docx").stdout
    assert "grantkit-xlsx" in run(core.python, "-c", MISSING, "xlsx").stdout


def test_the_script_without_its_libraries_tells_the_remedy(
    environment: Callable[..., Environment],
) -> None:
    done = run(environment("grantkit-core").script, "plugins", ok=False)
    assert done.returncode == 2
    assert "grantkit-core[cli]" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_script_lists_what_is_installed(environment: Callable[..., Environment]) -> None:
    listed = run(environment("grantkit-core[cli]").script, "plugins").stdout
    assert "grantkit-core" in listed
    assert "json" in listed
    assert "grantkit-docx" not in listed.split()


@pytest.mark.parametrize("name", PLUGINS)
def test_one_plugin_adds_exactly_its_abilities(
    environment: Callable[..., Environment], core_abilities: Abilities, name: str
) -> None:
    with_plugin = environment(name).abilities()
    added = {kind: with_plugin[kind] - core_abilities[kind] for kind in KINDS}
    assert {kind for kind, ids in added.items() if ids} - MAY_ADD.get(name, set()) == set(
        ADDS[name]
    )
    for kind, ids in ADDS[name].items():
        assert added[kind] == ids
    assert all(core_abilities[kind] <= with_plugin[kind] for kind in KINDS)


def test_the_office_extra_installs_everything(
    environment: Callable[..., Environment], tmp_path: Path
) -> None:
    office = environment("grantkit-kz[office]")
    form = ("--form", "kz-grant-final", "--locale", "kk")
    for suffix in ("docx", "xlsx", "json"):
        written = tmp_path / f"report.{suffix}"
        run(office.script, "export", EXAMPLE, "-o", written, *form)
        assert written.stat().st_size
