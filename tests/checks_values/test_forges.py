"""Where the repository is, read from what workflows and git tell; the addresses on each forge."""

import pytest
from apparatus.grounds import forges
from apparatus.grounds.forges import FORM, Repository, repository
from apparatus.model import Location

WORKFLOW = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "example/book"}


@pytest.mark.parametrize(
    ("environment", "remote", "expected"),
    [
        (WORKFLOW, "", "https://github.com/example/book"),
        (WORKFLOW, "git@gitlab.com:other/place.git", "https://github.com/example/book"),
        (WORKFLOW | {"GITHUB_SERVER_URL": "https://git.example.org:8443/"}, "", "https://git.example.org:8443/example/book"),
        ({}, "https://github.com/example/book.git", "https://github.com/example/book"),
        ({}, "https://someone:token123@github.com/example/book", "https://github.com/example/book"),
        ({}, "git@github.com:example/book.git", "https://github.com/example/book"),
        ({}, "ssh://git@codeberg.org:22/example/book.git", "https://codeberg.org/example/book"),
        ({}, "https://GitLab.com/group/below/book/", "https://gitlab.com/group/below/book"),
        ({"GITHUB_REPOSITORY": "example/book"}, "https://codeberg.org/a/b", "https://codeberg.org/a/b"),
    ],
)
def test_the_repository_is_known(environment, remote, expected):
    assert repository(environment, remote).address == expected


@pytest.mark.parametrize(
    ("environment", "remote"),
    [
        ({}, ""),
        ({}, "/srv/git/book.git"),
        ({}, "../book"),
        ({}, "https://git.example.org/example/book.git"),
        ({}, "https://github.com.example.org/example/book"),
        ({}, "https://github.com/"),
        ({}, "https://github.com/../book"),
        ({}, "https://[::1/x/y"),
        ({}, "C:/books/book"),
        ({}, 'git@github.com:a/b"><script>'),
        (WORKFLOW | {"GITHUB_SERVER_URL": "javascript:alert(1)"}, ""),
        (WORKFLOW | {"GITHUB_SERVER_URL": "https://github.com@example.org"}, ""),
        (WORKFLOW | {"GITHUB_REPOSITORY": "example/book?x"}, "https://github.com/example/book"),
        (WORKFLOW | {"GITHUB_REPOSITORY": "../.."}, ""),
    ],
)
def test_nothing_is_known_rather_than_something_wrong(environment, remote):
    assert repository(environment, remote) is None


@pytest.mark.parametrize(
    ("forge", "edit", "report"),
    [
        (forges.GITHUB, "edit/main/docs/a%20b.md#L14", f"issues/new?template={FORM}&place=a%2F%23p3"),
        (
            forges.GITLAB,
            "-/edit/main/docs/a%20b.md#L14",
            "-/issues/new?issue[title]=Correction%3A%20a%2F%23p3&issue[description]=a%2F%23p3",
        ),
        (forges.FORGEJO, "_edit/main/docs/a%20b.md", "issues/new?title=Correction%3A%20a%2F%23p3&body=a%2F%23p3"),
    ],
)
def test_addresses_of_a_line_and_of_a_report(forge, edit, report):
    place = Repository("https://forge.example/x/y", forge)
    assert place.edit(Location("docs/a b.md", 14, 3)) == f"https://forge.example/x/y/{edit}"
    assert place.report("a/#p3") == f"https://forge.example/x/y/{report}"
    assert "#" not in place.edit(Location("docs/a.md"))
