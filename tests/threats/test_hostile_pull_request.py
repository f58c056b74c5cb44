"""Who starts a workflow, and what lies within its reach. How each step is written, tests/test_workflows.py looks at."""

from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / ".github/workflows"
WORKFLOWS = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.y*ml"))}
JOBS = [(name, job) for name, flow in WORKFLOWS.items() for job in flow["jobs"]]


def triggers(flow) -> set[str]:
    found = flow.get("on", flow.get(True))  # YAML 1.1 reads `on` as a truth value
    return {found} if isinstance(found, str) else set(found)


def test_there_are_workflows_to_look_at():
    assert "pull_request" in set().union(*map(triggers, WORKFLOWS.values())) and len(JOBS) >= 3


@pytest.mark.parametrize("flow", WORKFLOWS)
def test_strangers_start_nothing_with_rights_of_the_repository(flow):
    """`pull_request_target`, `workflow_run` and comments run with secrets, in the name of the repository."""
    assert triggers(WORKFLOWS[flow]) <= {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert WORKFLOWS[flow]["permissions"] == {}


@pytest.mark.parametrize(("flow", "job"), JOBS)
def test_no_secret_lies_within_reach(flow, job):
    told = WORKFLOWS[flow]["jobs"][job]
    assert "secrets." not in str(told) and told.get("timeout-minutes")
    if set(told.get("permissions", {}).values()) <= {"read"}:
        assert "token" not in str([step.get("env", {}) for step in told["steps"]]).lower()
