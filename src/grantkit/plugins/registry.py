"""What is offered here, by kind and id: each hook asked once, when its kind is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from threading import RLock
from typing import Any

import pluggy
from attrs import field, frozen

from grantkit.errors import PluginConflict, PluginError, UnknownPlugin
from grantkit.plugins.loading import Loaded, Problem, load, offers

__all__ = ["KINDS", "Registry"]


@frozen
class _Kind:
    """One of the six kinds of object: its hook, what makes one, and how it is called."""

    hook: str
    key: Callable[[Any], Any]
    needs: tuple[str, ...]


def _id(thing: Any) -> Any:
    return thing.id


KINDS: Mapping[str, _Kind] = {
    "exporter": _Kind(
        "grantkit_register_exporters",
        _id,
        ("id", "suffixes", "media_type", "takes", "options", "export"),
    ),
    "importer": _Kind("grantkit_register_importers", _id, ("id", "suffixes", "can_read", "read")),
    "locale": _Kind(
        "grantkit_register_locales",
        lambda locale: locale.tag,
        ("tag", "parse_quantity", "format_quantity", "format_message"),
    ),
    "form": _Kind(
        "grantkit_register_forms",
        lambda form: (form.id, form.edition),
        ("id", "edition", "domain", "sections"),
    ),
    "rule": _Kind(
        "grantkit_register_rules",
        lambda rule: rule.code,
        ("code", "severity", "looks_at", "check"),
    ),
    "measure": _Kind(
        "grantkit_register_measures", _id, ("id", "zero", "lift", "combine", "finish")
    ),
}

#: Which of our own distributions offers what, for the remedy in an error.
_OURS = {
    ("exporter", "docx"): "grantkit-docx",
    ("exporter", "xlsx"): "grantkit-xlsx",
    ("importer", "docx"): "grantkit-docx",
    ("importer", "xlsx"): "grantkit-xlsx",
    ("locale", "kk"): "grantkit-kk",
    ("locale", "ru"): "grantkit-ru",
    ("form", "kz-grant-final"): "grantkit-kz",
}


def offered_by(kind: str, id: str) -> str | None:
    """Name our distribution that offers an id, None when there is none."""
    if kind == "rule" and id.startswith("KZ"):
        return "grantkit-kz"
    return _OURS.get((kind, id))


@frozen
class _Offer:
    loaded: Loaded
    thing: Any


@frozen(eq=False)
class Registry:
    """The plugins of one Kit.

    Args:
        explicit: Plugins passed by the embedder (modules or objects with hooks).
        discover: Whether to look for installed ones.
        block: Distributions to leave out.
        strict: Whether a problem raises PluginError instead of being listed.
    """

    explicit: tuple[object, ...]
    discover: bool
    block: tuple[str, ...]
    strict: bool
    plugins: list[Loaded] = field(init=False, factory=list)
    problems: list[Problem] = field(init=False, factory=list)
    _manager: pluggy.PluginManager = field(init=False)
    _offers: dict[str, dict[Any, list[_Offer]]] = field(init=False, factory=dict)
    _lock: RLock = field(init=False, factory=RLock)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_manager", pluggy.PluginManager("grantkit"))
        found, problems = load(
            self._manager, self.explicit, discover=self.discover, block=self.block
        )
        self.plugins.extend(found)
        self._tell(problems)

    def of(self, kind: str) -> dict[Any, Any]:
        """Return the usable objects of a kind by their keys, in a stable order."""
        table = self._table(kind)
        usable = {key: held for key, held in table.items() if len(held) == 1}
        return {key: usable[key][0].thing for key in sorted(usable)}

    def get(self, kind: str, key: Any, name: str | None = None) -> Any:
        """Return one object.

        Raises:
            UnknownPlugin: Nothing here offers it; the error names what is there and the remedy.
            PluginConflict: Two distributions offer it.
        """
        return self._offer(kind, key, name).thing

    def owner(self, kind: str, key: Any) -> str:
        """Return the distribution that offers an object."""
        return self._offer(kind, key, None).loaded.distribution

    def packages(self) -> dict[str, str]:
        """Return the import package of each distribution, for its catalogues."""
        return {plugin.distribution: plugin.package for plugin in self.plugins}

    def package(self, kind: str, key: Any) -> str:
        """Return the import package that an object came from."""
        return self._offer(kind, key, None).loaded.package

    def _offer(self, kind: str, key: Any, name: str | None) -> _Offer:
        held = self._table(kind).get(key)
        if held is None:
            wanted = name or str(key)
            there = {k[0] if isinstance(k, tuple) else str(k) for k in self.of(kind)}
            raise UnknownPlugin(kind, wanted, there, offered_by(kind, wanted))
        if len(held) > 1:
            who = [offer.loaded.distribution for offer in held]
            cause = f"also offered by {', '.join(who[1:])}; block one of them"
            raise PluginConflict(who[0], f"{kind} {name or key}", cause)
        return held[0]

    def _table(self, kind: str) -> dict[Any, list[_Offer]]:
        table = self._offers.get(kind)
        if table is not None:
            return table
        with self._lock:
            if kind not in self._offers:
                problems: list[Problem] = []
                self._offers[kind] = self._ask(kind, problems)
                self._tell(problems)
            return self._offers[kind]

    def _ask(self, kind: str, problems: list[Problem]) -> dict[Any, list[_Offer]]:
        asked = KINDS[kind]
        table: dict[Any, list[_Offer]] = {}
        for plugin in self.plugins:
            for thing in offers(self._manager, plugin, asked.hook, problems):
                lacking = [name for name in asked.needs if not hasattr(thing, name)]
                if lacking:
                    cause = f"offers {type(thing).__name__}, no {kind}: it lacks {lacking[0]}"
                    problems.append(Problem(plugin.distribution, asked.hook, cause))
                    continue
                key = asked.key(thing)
                held = table.setdefault(key, [])
                if held:
                    cause = f"{key} is already offered by {held[0].loaded.distribution}"
                    problems.append(Problem(plugin.distribution, asked.hook, cause))
                if not held or held[0].loaded.rank <= plugin.rank:
                    held.append(_Offer(plugin, thing))
        return table

    def _tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.problems.append(problem)
            if self.strict:
                raise PluginError(problem.distribution, problem.what, problem.cause)
