"""Large books: the time to check them grows with their size and no faster."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from generated_book import write

ROOT = Path(__file__).parents[2]


def seconds(root: Path) -> float:
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "hooks/check.py", str(root)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[:2000] + done.stderr[:2000]
    return time.perf_counter() - start


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """Three books, each four times the one before; the largest has 1,000 chapters, 10,000 citations and 6,000 entries."""
    folder = tmp_path_factory.mktemp("books")
    for divisor in (16, 4, 1):
        write(folder / str(divisor), 1000 // divisor, 10_000 // divisor, 6_000 // divisor)
    return folder


def test_a_thousand_chapters_are_checked_in_time_that_grows_with_their_number(books):
    small, middle, large = (seconds(books / str(divisor)) for divisor in (16, 4, 1))
    print(f"\n62 chapters {small:.2f} s, 250 chapters {middle:.2f} s, 1,000 chapters {large:.2f} s")
    assert large < 30, "ten seconds on two quiet cores; three times that on a busy machine"
    # Linear growth gives 938 / 188 = 5, quadratic growth 16.
    assert large - small < 8 * max(middle - small, 0.2)


def test_the_real_book_is_checked_in_about_a_second():
    best = min(seconds(ROOT) for _ in range(3))
    assert best < 2, "one second on two quiet cores"
