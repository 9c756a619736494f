"""Whatever report there is, it comes back from JSON exactly as it was."""

import copy
import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grantkit import codec
from grantkit.codec.structure import FAILURES, quick, thorough
from grantkit.errors import GrantkitError
from grantkit.model import Grant, Report, Text, Written, walk
from grantkit.testing.strategies import reports

quickly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quickly
@given(reports(), st.sampled_from([None, 0, 2]))
def test_bytes_and_values_survive(report: Report, indent: int | None) -> None:
    data = codec.dumps(report, indent=indent)
    read = codec.loads(data)
    assert read.report == report
    assert not read.findings
    assert codec.dumps(read.report, indent=indent) == data


@quickly
@given(reports(), st.sampled_from(["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]))
def test_other_encodings_of_unicode_are_read(report: Report, encoding: str) -> None:
    data = codec.dumps(report).decode().encode(encoding)
    assert codec.loads(data).report == report


@quickly
@given(reports())
def test_plain_data_is_json_and_is_not_changed(report: Report) -> None:
    plain = codec.to_plain(report)
    before = copy.deepcopy(plain)
    assert codec.from_plain(plain) == report
    assert plain == before == json.loads(codec.dumps(report))


leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.just("kk")
keys = st.text(max_size=3) | st.sampled_from(["id", "kind", "text", "value", "language", "kk"])
json_values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=2),
    max_leaves=4,
)


def _spots(value: Any) -> list[tuple[Any, Any]]:
    """Every place in plain data that could hold something else."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, item in items:
        found.append((value, key))
        if isinstance(item, dict | list):
            found.extend(_spots(item))
    return found


@quickly
@given(st.data(), reports(), json_values)
def test_anything_else_is_explained(data: st.DataObject, report: Report, wrong: object) -> None:
    plain = codec.to_plain(report)
    where, key = data.draw(st.sampled_from(_spots(plain)))
    where[key] = wrong
    found = codec.loads(json.dumps(plain).encode(), name="r.json")
    if found.report is None:
        assert found.findings.errors
        assert all(f.place and f.place.line == 1 and f.place.column for f in found.findings)
    else:
        assert codec.loads(codec.dumps(found.report)).report == found.report


@quickly
@given(st.data(), reports(), json_values)
def test_the_quick_way_and_the_thorough_one_agree(
    data: st.DataObject, report: Report, wrong: object
) -> None:
    plain = codec.to_plain(report)
    if data.draw(st.booleans()):
        where, key = data.draw(st.sampled_from(_spots(plain)))
        where[key] = wrong
    rest = {key: value for key, value in plain.items() if key != "grantkit"}
    try:
        read = quick(rest, report.language)
    except FAILURES:
        with pytest.raises(codec.InvalidData):
            thorough(rest, report.language)
    else:
        assert thorough(rest, report.language) == read


@quickly
@given(reports())
def test_places_are_those_of_the_walk(report: Report) -> None:
    read = codec.loads(codec.dumps(report))
    for visit in walk(report):
        if not isinstance(visit.node, Written) or visit.node != Written():
            assert visit.path in read.places


@quickly
@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    assert codec.loads(data).findings.errors


def test_languages_do_not_mix_in_threads() -> None:
    plain = {"grantkit": 1, "id": "r", "grant": {"id": "g", "title": "a"}}

    def title(language: str) -> Text | None:
        return codec.from_plain({**plain, "language": language}).grant.title

    languages = ["kk", "ru", "en"] * 50
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(title, languages)) == [Text.of("a", tag) for tag in languages]


def test_invalid_data_says_what_and_survives_pickling() -> None:
    with pytest.raises(codec.InvalidData) as caught:
        codec.from_plain({"grantkit": 1, "id": 5, "grant": {}})
    error = caught.value
    assert isinstance(error, GrantkitError)
    assert isinstance(error, ValueError)
    assert {(p.path, p.code) for p in error.problems} == {
        (("id",), "GK005"), ((), "GK004"), (("grant",), "GK004"),
    }  # fmt: skip
    assert "expected=string" in str(error)
    copied = pickle.loads(pickle.dumps(error))
    assert copied.problems == error.problems


def test_python_values_that_no_json_has_are_refused() -> None:
    for value, code in ((2.5, "GK005"), (float("nan"), "GK008"), (b"a", "GK005"), ((), "GK005")):
        grant = {"id": "g", "effects": [{"id": "i", "name": "a", "target": value}]}
        with pytest.raises(codec.InvalidData) as caught:
            codec.from_plain({"grantkit": 1, "id": "r", "language": "kk", "grant": grant})
        assert [p.code for p in caught.value.problems] == [code]


@pytest.mark.parametrize("top", [None, [], "a", 1])
def test_the_top_must_be_an_object(top: Any) -> None:
    with pytest.raises(codec.InvalidData, match="GK005"):
        codec.from_plain(top)


def test_a_grant_is_not_a_list_of_pairs() -> None:
    data = codec.to_plain(Report(id="r", language="kk", grant=Grant(id="g")))
    with pytest.raises(codec.InvalidData, match="expected=object"):
        codec.from_plain({**data, "grant": [["id", "g"]]})
