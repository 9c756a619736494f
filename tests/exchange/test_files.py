"""A file is written whole or not at all."""

import os
import stat
import time

import pytest

from grantkit.errors import ExportFailed
from grantkit.exchange.files import atomic


def test_a_file_appears_only_when_it_is_whole(tmp_path):
    target = tmp_path / "report.docx"
    with atomic(target) as file:
        file.write(b"new")
        assert not target.exists()
    assert target.read_bytes() == b"new"


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "report.docx"
    target.write_bytes(b"old")

    def write_half():
        with atomic(target) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_old_file_keeps_its_mode_and_a_new_one_is_the_umask_s(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"")
    old.chmod(0o604)
    before = os.umask(0o027)
    try:
        for path in (old, new):
            with atomic(path) as file:
                file.write(b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(old.stat().st_mode) == 0o604
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with atomic(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_folder_as_target_is_refused_by_name(tmp_path):
    with pytest.raises(ExportFailed) as caught, atomic(tmp_path):
        pass  # pragma: no cover
    (finding,) = caught.value.findings
    assert finding.code == "GK040"
    assert finding.args["file"] == str(tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ExportFailed), atomic(tmp_path / "none" / "a.docx"):
        pass  # pragma: no cover


def test_what_a_killed_process_left_is_removed_an_hour_later(tmp_path):
    target = tmp_path / "a[1].docx"
    left, fresh = (tmp_path / f".grantkit-a[1].docx-{n}.tmp" for n in (1, 2))
    foreign = tmp_path / ".a[1].docx.draft.tmp"
    for path in (left, fresh, foreign):
        path.write_bytes(b"half")
    long_ago = time.time() - 4000
    os.utime(left, (long_ago, long_ago))
    os.utime(foreign, (long_ago, long_ago))
    with atomic(target) as file:
        file.write(b"x")
    assert not left.exists()
    assert fresh.exists()
    assert foreign.exists()


def test_a_pipe_a_loop_of_links_and_a_name_that_is_none_are_refused(tmp_path):
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path in (pipe, loop, tmp_path / "a\0b"):
        with pytest.raises(ExportFailed), atomic(path):
            pass  # pragma: no cover
    assert stat.S_ISFIFO(pipe.stat().st_mode)
