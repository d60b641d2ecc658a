"""The wiki tree: what people wrote stays, what changed is committed, nothing is forced."""

import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.delivery.folder import Change, apply, changes, diff
from briefgen.delivery.git import Commit, preview, publish
from briefgen.errors import DeliveryError
from briefgen.knowledge.wiki import Wiki
from briefgen.writers.wiki import Page, RegionError, updated

DAYS = st.dates().map(str)
BODIES = st.text(st.sampled_from("ab \n<!->"), min_size=1).filter(str.strip)
COMMIT = Commit(
    author="Desk <desk@example.org>",
    when=datetime(2026, 3, 13, 20, tzinfo=UTC),
    message="Strait brief, 13 Mar 2026",
)


def page(day: int = 13, body: str = "Ferry stopped", path: str = "days/one.md") -> Page:
    return Page(path=path, head="# Strait", body=body, key=f"2026-03-{day}")


def git(where: Path, *arguments: str) -> str:
    settings = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@x.org"}
    settings |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@x.org"}
    done = subprocess.run(
        ["git", *arguments],
        cwd=where,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture
def wiki(tmp_path: Path) -> Wiki:
    """A wiki's repository, empty, as a server keeps it."""
    bare = tmp_path / "wiki.git"
    bare.mkdir()
    git(bare, "init", "--quiet", "--bare", "--initial-branch=main")
    return Wiki(repository=str(bare), author=COMMIT.author)


def clone(wiki: Wiki, to: Path) -> Path:
    git(to.parent, "clone", "--quiet", str(wiki.repository), str(to))
    return to


class TestRegions:
    def test_what_people_wrote_stays(self) -> None:
        first = updated(None, "# Strait", "2026-03-12", "old")
        mine = f"Mine above\n\n{first}\nMine below\n"
        text = updated(updated(mine, "", "2026-03-13", "new"), "", "2026-03-12", "renewed")
        assert text.startswith("Mine above\n\n# Strait")
        assert text.endswith("\nMine below\n")
        assert text.index("new") < text.index("renewed")
        assert "old" not in text

    def test_a_page_of_somebody_elses_is_added_to(self) -> None:
        assert (
            "Mine\n\n<!-- briefgen:begin 2026-03-13 -->\nnew\n"
            == "\n".join(updated("Mine\n", "# Strait", "2026-03-13", "new").split("\n")[:4]) + "\n"
        )

    @given(days=st.lists(DAYS, unique=True, min_size=1, max_size=6), body=st.just("said"))
    def test_days_stand_newest_first_in_whatever_order_they_come(
        self, days: list[str], body: str
    ) -> None:
        text = None
        for day in days:
            text = updated(text, "# Strait", day, body)
        assert text is not None
        again = updated(text, "# Strait", days[0], body)
        assert text == again
        begun = [line.split()[2] for line in text.splitlines() if "briefgen:begin" in line]
        assert sorted(days, reverse=True) == begun

    @pytest.mark.parametrize(
        "text",
        [
            "<!-- briefgen:begin 2026-03-13 -->\n",
            "<!-- briefgen:end 2026-03-13 -->\n",
            "<!-- briefgen:begin 2026-03-13 -->\n<!-- briefgen:end 2026-03-12 -->\n",
            2 * "<!-- briefgen:begin 2026-03-13 -->\n<!-- briefgen:end 2026-03-13 -->\n",
        ],
    )
    def test_comments_that_do_not_pair_are_told(self, text: str) -> None:
        with pytest.raises(RegionError, match=r"partner|two regions"):
            updated(text, "", "2026-03-13", "new")


class TestFolder:
    def test_only_what_changed_is_written(self, tmp_path: Path) -> None:
        pages = [page(), page(path="other.md")]
        apply(tmp_path, changes(tmp_path, pages))
        assert () == changes(tmp_path, pages)
        (change,) = changes(tmp_path, [page(body="Ferry sails"), pages[1]])
        assert "-Ferry stopped\n+Ferry sails\n" in diff([change])

    def test_a_link_that_leads_out_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "wiki").mkdir()
        (tmp_path / "wiki/days").symlink_to(tmp_path)
        with pytest.raises(DeliveryError, match="leads out of the wiki"):
            changes(tmp_path / "wiki", [page()])

    def test_a_broken_page_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "one.md").write_text("x\n<!-- briefgen:end 2026-03-13 -->\n")
        with pytest.raises(DeliveryError, match=r"one\.md: line 2"):
            changes(tmp_path, [page(path="one.md")])


class TestRepository:
    def test_an_edition_is_a_commit_and_the_same_one_is_none(
        self, wiki: Wiki, tmp_path: Path
    ) -> None:
        copy = tmp_path / "copy"
        done = publish(wiki, [page()], copy, COMMIT)
        assert done.commit is not None
        assert publish(wiki, [page()], copy, COMMIT).commit is None
        log = git(clone(wiki, tmp_path / "reader"), "log", "--format=%an <%ae>|%cI|%s")
        assert f"{COMMIT.author}|2026-03-13T20:00:00+00:00|{COMMIT.message}\n" == log

    def test_the_same_edition_makes_the_same_commit(self, wiki: Wiki, tmp_path: Path) -> None:
        first = publish(wiki, [page()], tmp_path / "a", COMMIT).commit
        git(Path(str(wiki.repository)), "update-ref", "-d", "refs/heads/main")
        assert first == publish(wiki, [page()], tmp_path / "b", COMMIT).commit

    def test_what_others_wrote_meanwhile_is_kept(self, wiki: Wiki, tmp_path: Path) -> None:
        copy = tmp_path / "copy"
        publish(wiki, [page(12)], copy, COMMIT)
        editor = clone(wiki, tmp_path / "editor")
        text = (editor / "days/one.md").read_text()
        (editor / "days/one.md").write_text(f"{text}\nSeen by Anna\n")
        git(editor, "commit", "--quiet", "-am", "Anna")
        git(editor, "push", "--quiet")
        publish(wiki, [page(13)], copy, COMMIT)
        git(editor, "pull", "--quiet")
        assert "Seen by Anna" in (editor / "days/one.md").read_text()
        assert "3" == git(editor, "rev-list", "--count", "HEAD").strip()

    def test_a_preview_changes_nothing(self, wiki: Wiki, tmp_path: Path) -> None:
        (change,) = preview(wiki, [page()], tmp_path / "copy")
        assert "+Ferry stopped" in diff([change])
        assert "" == git(Path(str(wiki.repository)), "for-each-ref")

    def test_pages_lie_in_the_folder_that_the_project_names(
        self, wiki: Wiki, tmp_path: Path
    ) -> None:
        within = Wiki(repository=wiki.repository, path="brief/strait")
        publish(within, [page()], tmp_path / "copy", COMMIT)
        assert (clone(wiki, tmp_path / "reader") / "brief/strait/days/one.md").is_file()

    def test_a_push_that_the_server_refuses_is_told(self, wiki: Wiki, tmp_path: Path) -> None:
        hook = Path(str(wiki.repository)) / "hooks/pre-receive"
        hook.write_text("#!/bin/sh\necho 'error: this wiki is closed' >&2\nexit 1\n")
        hook.chmod(0o755)
        with pytest.raises(DeliveryError, match=r"this wiki is closed.*nothing was published"):
            publish(wiki, [page()], tmp_path / "copy", COMMIT)

    def test_a_push_overtaken_by_another_is_made_anew(
        self, wiki: Wiki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        publish(wiki, [page(11)], tmp_path / "copy", COMMIT)
        left = [1]

        def overtaken(folder: Path, found: Sequence[Change]) -> None:
            if left:
                left.clear()
                publish(wiki, [page(12)], tmp_path / "rival", COMMIT)
            apply(folder, found)

        monkeypatch.setattr("briefgen.delivery.git.apply", overtaken)
        publish(wiki, [page(13)], tmp_path / "copy", COMMIT)
        reader = clone(wiki, tmp_path / "reader")
        text = (reader / "days/one.md").read_text()
        assert ["13", "12", "11"] == [
            line.split()[2][-2:] for line in text.splitlines() if "briefgen:begin" in line
        ]

    def test_a_repository_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        gone = Wiki(repository=str(tmp_path / "gone.git"))
        with pytest.raises(DeliveryError, match="git ls-remote"):
            publish(gone, [page()], tmp_path / "copy", COMMIT)

    def test_what_is_wrong_is_said_of_the_wiki_and_without_its_token(
        self, wiki: Wiki, tmp_path: Path
    ) -> None:
        publish(wiki, [page()], tmp_path / "copy", COMMIT)
        other = clone(wiki, tmp_path / "other")
        path = other / "days/one.md"
        path.write_text(path.read_text().replace("<!-- briefgen:end 2026-03-13 -->", ""))
        git(other, "commit", "--quiet", "--all", "--message", "Tidied")
        git(other, "push", "--quiet")
        with pytest.raises(DeliveryError) as broken:
            publish(wiki, [page(body="Ferry sails")], tmp_path / "copy", COMMIT)
        assert str(broken.value).startswith(f"{wiki.repository}: days/one.md: line ")
        hidden = Wiki(repository="http://desk:secret@127.0.0.1:9/wiki.git")
        with pytest.raises(DeliveryError) as away:
            publish(hidden, [page()], tmp_path / "hidden", COMMIT)
        told = str(away.value)
        assert told.startswith("http://127.0.0.1:9/wiki.git: cannot be reached (")
        assert "secret" not in told

    def test_a_folder_that_is_no_copy_is_left_alone(self, wiki: Wiki, tmp_path: Path) -> None:
        (tmp_path / "thesis.txt").write_text("mine")
        with pytest.raises(DeliveryError, match="no working copy"):
            publish(wiki, [page()], tmp_path, COMMIT)
