"""What the tests of the link check share: the misbehaving server, and limits short enough for tests."""

from dataclasses import replace

import pytest
from misbehaving_server import Server
from polite_client import Policy


@pytest.fixture
def server():
    running = Server()
    yield running
    running.close()


@pytest.fixture
def policy():
    """Patient where the server answers, so that a busy machine makes no difference."""
    return Policy(pause=0, backoff=0.01, longest_wait=1.5, allowed=frozenset({"127.0.0.1"}))


@pytest.fixture
def hasty(policy):
    """For servers that do not come to the point."""
    return replace(policy, silence=0.3, total=0.4, retries=0)
