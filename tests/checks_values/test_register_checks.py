"""What the checks say of registers that are missing, of numbers that cannot be, and of a figure's fence in capitals."""

from apparatus import read
from apparatus.checks import dat003_data_misshapen, dat009_unknown_record, fig009_unknown_figure
from apparatus.model import Source

EVENT = """- id: swarm
  title: Swarm
  date: "2015"
  precision: year
  kind: other
  text: A swarm left.
  cite: "[@hazel2015wax]"
  groups: [bees]
  casualties:
    - what: missing
      min: {}
      max: {}
      cite: "[@hazel2015wax]"
"""


def found(check, *sources):
    return [(str(f.location), f.message) for f in check.check(read.monograph([Source(*source) for source in sources]))]


def test_numbers_that_cannot_be_are_named():
    assert found(dat003_data_misshapen, ("data/events.yml", EVENT.format(5, 1))) == [("data/events.yml:11:12", "`min` 5 is above `max` 1")]
    assert found(dat003_data_misshapen, ("data/events.yml", EVENT.format(-5, 1))) == [("data/events.yml:11:12", "`min` is -5")]
    assert found(dat003_data_misshapen, ("data/events.yml", EVENT.format(1, 1.5))) == [("data/events.yml:12:12", "`max` is 1.5")]
    assert found(dat003_data_misshapen, ("data/events.yml", EVENT.format(1, ".inf"))) == [("data/events.yml:12:12", "`max` is inf")]
    assert found(dat003_data_misshapen, ("data/events.yml", EVENT.format(1, 1))) == []


def test_a_missing_register_is_one_finding_and_an_unreadable_one_none():
    event = ("data/events.yml", EVENT.format(1, 1))
    assert found(dat009_unknown_record, event) == [("data/groups.yml:1:1", "there is no register 'groups', which others name")]
    assert found(dat009_unknown_record, event, ("data/groups.yml", "- id: [\n")) == []
    assert [place for place, _ in found(dat009_unknown_record, event, ("data/groups.yml", "- id: wasps\n"))] == ["data/events.yml:8:12"]


def test_a_fence_in_capitals_would_be_shown_as_code():
    page = ("docs/hives.md", "# Hives\n\n```Figure\nemirs\n```\n")
    assert found(fig009_unknown_figure, page) == [("docs/hives.md:3:1", "'Figure' is shown as code")]
