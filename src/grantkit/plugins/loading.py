"""Finding plugins and loading each on its own: one that fails is named, the others go on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from importlib import metadata
from types import ModuleType
from typing import Any

import pluggy
from attrs import frozen
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from grantkit.findings import CORE
from grantkit.plugins import hookspecs

__all__ = ["CORE", "LoadedPlugin", "Problem", "Rank", "cause", "load", "offers"]

GROUP = "grantkit"


class Rank:
    """How strong a claim to an id is: built in and explicit ones are never displaced."""

    BUILT_IN = 2
    EXPLICIT = 1
    FOUND = 0


@frozen
class Problem:
    """Something a plugin did wrong.

    Args:
        distribution: Whose plugin.
        what: The hook, or ``import``, ``requirement``, ``id``.
        cause: What happened, in words.
    """

    distribution: str
    what: str
    cause: str

    def __str__(self) -> str:
        return f"{self.distribution}: {self.what}: {self.cause}"


@frozen
class LoadedPlugin:
    """A plugin that is there: its distribution, version, import package and strength."""

    distribution: str
    version: str
    package: str
    rank: int
    plugin: object


def load(
    manager: pluggy.PluginManager,
    explicit: Iterable[object],
    *,
    discover: bool,
    block: Iterable[str] = (),
) -> tuple[list[LoadedPlugin], list[Problem]]:
    """Register the core, the *explicit* plugins and, with *discover*, the installed ones."""
    from grantkit.plugins import builtin

    manager.add_hookspecs(hookspecs)
    loaded: list[LoadedPlugin] = []
    problems: list[Problem] = []
    blocked: set[str] = {canonicalize_name(name) for name in block}
    candidates = [LoadedPlugin(CORE, _version(CORE), "grantkit", Rank.BUILT_IN, builtin)]
    candidates += [_explicit(plugin) for plugin in explicit]
    if discover:
        given = [candidate.plugin for candidate in candidates]
        candidates += (c for c in _found(blocked, problems) if c.plugin not in given)
    for candidate in candidates:
        if canonicalize_name(candidate.distribution) in blocked and candidate.rank != Rank.BUILT_IN:
            continue
        try:
            manager.register(candidate.plugin, name=_unique(manager, candidate.distribution))
        except Exception as error:  # noqa: BLE001  whatever a plugin raises must not stop the rest
            problems.append(Problem(candidate.distribution, "registration", cause(error)))
            continue
        loaded.append(candidate)
        problems += _misspelt(manager, candidate)
    return loaded, problems


def _unique(manager: pluggy.PluginManager, name: str) -> str:
    number = 1
    while manager.has_plugin(name if number == 1 else f"{name} ({number})"):
        number += 1
    return name if number == 1 else f"{name} ({number})"


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def _explicit(plugin: object) -> LoadedPlugin:
    if isinstance(plugin, str | bytes | type):
        msg = f"a plugin is a module or an object with hooks, not {plugin!r:.60}"
        raise TypeError(msg)
    module = plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__module__
    package = module.partition(".")[0]
    distribution = package.replace("_", "-")
    return LoadedPlugin(distribution, _version(distribution), package, Rank.EXPLICIT, plugin)


def _found(blocked: set[str], problems: list[Problem]) -> Iterator[LoadedPlugin]:
    for entry in sorted(metadata.entry_points(group=GROUP), key=lambda entry: entry.name):
        dist = entry.dist
        name = dist.name if dist is not None else entry.name
        if name == CORE or canonicalize_name(name) in blocked:
            continue
        if dist is not None and (refused := _refused(dist)):
            problems.append(Problem(name, "requirement", refused))
            continue
        try:
            plugin = entry.load()
        except (Exception, SystemExit) as error:  # noqa: BLE001  an import may raise anything
            problems.append(Problem(name, "import", cause(error)))
            continue
        version = dist.version if dist is not None else ""
        yield LoadedPlugin(name, version, entry.value.partition(".")[0], Rank.FOUND, plugin)


def _refused(dist: metadata.Distribution) -> str | None:
    """Say why the plugin's own requirement does not take this core, None when it does."""
    core = _version(CORE)
    for line in dist.requires or ():
        try:
            requirement = Requirement(line)
        except InvalidRequirement as error:
            return f"its requirement {line!r} cannot be read: {error}"
        if canonicalize_name(requirement.name) != CORE or not core:
            continue
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            continue
        if not requirement.specifier.contains(core, prereleases=True):
            return f"needs {CORE} {requirement.specifier}, but {core} is installed"
    return None


def _misspelt(manager: pluggy.PluginManager, candidate: LoadedPlugin) -> Iterator[Problem]:
    """Name the hooks that do not exist; pluggy itself would keep silent about them."""
    known = [name for name in vars(hookspecs) if name.startswith("grantkit_")]
    marked = 0
    for name in dir(candidate.plugin):
        options = manager.parse_hookimpl_opts(candidate.plugin, name)
        marked += options is not None
        meant = (options["specname"] if options else None) or name
        if options is None and name in known:
            yield Problem(candidate.distribution, name, "it is not marked with @hookimpl")
        elif options is not None and meant not in known:
            near = difflib.get_close_matches(meant, known, n=1)
            cause = "there is no such hook" + (f"; did you mean {near[0]}?" if near else "")
            yield Problem(candidate.distribution, name, cause)
    if not marked:
        yield Problem(candidate.distribution, "registration", "it has no hooks")


def cause(error: BaseException) -> str:
    """Say what an exception says, with its class."""
    text = str(error).strip() or "no reason given"
    return f"{type(error).__name__}: {text}"


def offers(
    manager: pluggy.PluginManager, loaded: LoadedPlugin, hook: str, problems: list[Problem]
) -> list[Any]:
    """Call one hook of one plugin; what goes wrong becomes a problem."""
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        if implementation.plugin is loaded.plugin:
            try:
                return list(implementation.function())
            except (Exception, SystemExit) as error:  # noqa: BLE001  a hook may raise anything
                problems.append(Problem(loaded.distribution, hook, cause(error)))
    return []
