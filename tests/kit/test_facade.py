"""The public face: complete, sorted, cheap to import, and the same verbs as the Kit's."""

import subprocess
import sys

import grantkit
from grantkit.kit import Kit


def test_all_is_sorted_complete_and_importable():
    assert list(grantkit.__all__) == sorted(grantkit.__all__)
    for name in grantkit.__all__:
        assert getattr(grantkit, name) is not None
    assert set(grantkit.__all__) <= set(dir(grantkit))


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(grantkit, "nothing")


def test_the_verbs_are_those_of_one_kit():
    assert grantkit.load.__self__ is grantkit.validate.__self__
    assert isinstance(grantkit.load.__self__, Kit)


def test_importing_and_listing_load_nothing_heavy():
    code = """
import sys, grantkit
kit = grantkit.Kit()
[kit.exporters, kit.importers, kit.locales, kit.forms, kit.rules, kit.measures]
print(sorted({"docx", "openpyxl", "lxml", "babel", "cattrs", "click", "numpy"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
