"""A plugin that does something wrong is named with its cause; everybody else goes on."""

import types

import pytest

from grantkit import hookimpl
from grantkit.errors import PluginConflict, PluginError, UnknownPlugin
from grantkit.exchange.json import JsonExporter
from grantkit.kit import Kit


class Csv(JsonExporter):
    id = "csv"
    suffixes = (".csv",)


def plugin(name="acme_csv", **hooks):
    module = types.ModuleType(name)
    for hook, function in hooks.items():
        setattr(module, hook, hookimpl(function))
    return module


def offering(*things, name="acme_csv"):
    return plugin(name, grantkit_register_exporters=lambda: things)


def kit(*plugins, **options):
    return Kit(plugins, discover=False, **options)


def test_a_plugin_adds_its_exporter_beside_the_built_in_one():
    assert list(kit(offering(Csv())).exporters) == ["csv", "json"]


def test_a_hook_that_raises_is_named_and_the_others_go_on():
    def broken():
        raise RuntimeError("no year")

    made = kit(plugin("bad", grantkit_register_exporters=broken), offering(Csv()))
    assert list(made.exporters) == ["csv", "json"]
    (problem,) = made.problems
    assert problem.distribution == "bad"
    assert problem.what == "grantkit_register_exporters"
    assert "RuntimeError: no year" in problem.cause


def test_a_misspelt_hook_is_named_with_what_was_meant():
    (problem,) = kit(plugin("typo", grantkit_register_exporter=lambda: ())).problems
    assert problem.distribution == "typo"
    assert "did you mean grantkit_register_exporters" in problem.cause


def test_a_hook_with_another_signature_is_named():
    (problem,) = kit(plugin("old", grantkit_register_exporters=lambda registry: ())).problems
    assert problem.distribution == "old"
    assert "grantkit_register_exporters" in problem.cause


def test_junk_is_named_with_what_it_lacks():
    made = kit(offering(object(), Csv(), name="junk"))
    assert list(made.exporters) == ["csv", "json"]
    (problem,) = made.problems
    assert "object" in problem.cause
    assert "lacks id" in problem.cause


def test_strict_raises_instead():
    with pytest.raises(PluginError, match="typo: grantkit_register_exporter"):
        kit(plugin("typo", grantkit_register_exporter=lambda: ()), strict=True)


def test_an_id_offered_twice_is_unusable_and_names_both():
    made = kit(offering(Csv(), name="acme_one"), offering(Csv(), name="acme_two"))
    assert list(made.exporters) == ["json"]
    with pytest.raises(PluginConflict, match=r"acme-one.*acme-two"):
        made.exporter("csv")


def test_a_built_in_id_is_never_displaced():
    made = kit(offering(type("Mine", (JsonExporter,), {})()))
    assert type(made.exporter("json")) is JsonExporter
    assert made.owner("exporter", "json") == "grantkit-core"
    assert "already offered by grantkit-core" in made.problems[0].cause


def test_an_unknown_id_says_what_is_there_and_who_offers_it():
    with pytest.raises(UnknownPlugin) as caught:
        kit().exporter("docx")
    assert caught.value.installed == ("json",)
    assert caught.value.offered_by == "grantkit-docx"
    assert "pip install grantkit-docx" in str(caught.value)


def test_two_kits_share_nothing():
    one, other = kit(offering(Csv())), kit()
    assert "csv" in one.exporters
    assert "csv" not in other.exporters


def test_every_hook_has_a_docstring_and_no_defaults():
    import inspect

    from grantkit.plugins import hookspecs

    hooks = [f for n, f in vars(hookspecs).items() if n.startswith("grantkit_")]
    assert len(hooks) == 6
    for hook in hooks:
        assert hook.__doc__
        assert not inspect.signature(hook).parameters


@pytest.mark.parametrize("id", [None, 5, "", [], ("a",)], ids=repr)
def test_an_id_that_is_no_text_is_named_and_the_others_go_on(id):
    odd = type("Odd", (Csv,), {"id": id})()
    made = kit(offering(odd, Csv()))
    assert list(made.exporters) == ["csv", "json"]
    assert "which is no text" in made.problems[0].cause


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"takes": "banana"}, "takes 'banana'"),
        ({"suffixes": None}, "its suffixes is None"),
        ({"options": "none"}, "its options is 'none'"),
        ({"id": property(lambda self: 1 / 0)}, "ZeroDivisionError"),
    ],
    ids=str,
)
def test_an_exporter_that_is_none_is_named(wrong, said):
    made = kit(offering(type("Odd", (Csv,), wrong)()))
    assert list(made.exporters) == ["json"]
    assert said in made.problems[0].cause


def test_a_class_is_no_object():
    assert "offers the class Csv" in kit(offering(Csv)).problems[0].cause


def test_a_hook_that_leaves_python_is_only_a_problem():
    def leaving():
        raise SystemExit(3)

    assert "SystemExit" in kit(plugin("bye", grantkit_register_rules=leaving)).problems[0].cause


def test_a_hook_without_its_mark_and_a_plugin_without_hooks_are_named():
    unmarked = types.ModuleType("unmarked")
    unmarked.grantkit_register_exporters = lambda: ()
    said = [problem.cause for problem in kit(unmarked, types.ModuleType("bare")).problems]
    assert said == ["it is not marked with @hookimpl", "it has no hooks", "it has no hooks"]


@pytest.mark.parametrize("wrong", ["grantkit_docx", ["grantkit_docx"]], ids=str)
def test_a_name_is_no_plugin(wrong):
    with pytest.raises(TypeError):
        Kit(wrong, discover=False)


def test_an_id_offered_twice_by_one_plugin_is_unusable():
    with pytest.raises(PluginConflict, match="it offers this id twice"):
        kit(offering(Csv(), Csv())).exporter("csv")


def test_strict_fails_when_made_and_stays_failing():
    def broken():
        raise RuntimeError("no year")

    for _ in range(2):
        with pytest.raises(PluginError, match="no year"):
            kit(plugin("bad", grantkit_register_rules=broken), strict=True)


def test_problems_are_complete_before_anything_is_looked_up():
    def broken():
        raise RuntimeError("no year")

    assert kit(plugin("bad", grantkit_register_measures=broken)).problems


def test_a_plugin_of_one_file_has_its_keys_for_words():
    made = kit(
        offering(
            type(
                "Saying",
                (Csv,),
                {"export": lambda self, job, sink: sink.write(job.label("x").encode())},
            )()
        )
    )
    from grantkit.model import Grant, Report

    assert made.render(Report(id="r", language="en", grant=Grant(id="g")), "csv") == b"x"


def test_the_newest_edition_counts_as_people_do():
    import attrs

    from grantkit.forms.generic import FORM

    editions = [attrs.evolve(FORM, id="mine", edition=edition) for edition in ("9", "10", "2")]
    made = kit(plugin("forms", grantkit_register_forms=lambda: editions))
    assert made.form("mine").edition == made.forms["mine"].edition == "10"
    twice = kit(plugin("forms", grantkit_register_forms=lambda: [*editions, editions[0]]))
    with pytest.raises(PluginConflict):
        twice.form("mine")
