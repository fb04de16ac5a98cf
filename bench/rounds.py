"""Rounds in which each route runs once, in turn. Absolute times drift with the machine; the ratio within a round hardly does."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Measured:
    """One route: its median time in milliseconds, and its ratio to the base's: median, least and greatest over the rounds."""

    name: str
    milliseconds: float
    ratio: float
    least: float
    greatest: float


def measure(routes: Mapping[str, Callable[[], object]], rounds: int) -> list[Measured]:
    """Run ``routes`` in turn, once unmeasured and then ``rounds`` times; the first one is the base."""
    for run in routes.values():
        run()
    times: dict[str, list[float]] = {name: [] for name in routes}
    for _ in range(rounds):
        for name, run in routes.items():
            gc.collect()
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    base = next(iter(times.values()))
    ratios = {name: [mine / its for mine, its in zip(taken, base, strict=True)] for name, taken in times.items()}
    return [Measured(name, 1000 * median(taken), median(ratios[name]), min(ratios[name]), max(ratios[name])) for name, taken in times.items()]


def show(title: str, measured: list[Measured]) -> None:
    """Print one table; its first row is the base, 1.00 by definition."""
    print(f"\n{title}")
    for row in measured:
        print(f"  {row.name:<58} {row.ratio:6.2f}  ({row.least:.2f} to {row.greatest:.2f}; {row.milliseconds:.0f} ms)")
