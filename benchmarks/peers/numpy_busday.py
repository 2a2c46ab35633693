"""Times numpy's busday_offset on the same question as WorkingDayBenchmarks, and checks that both give the same answers.

Needs Debian's python3-numpy and a built krm:
    dotnet build -c Release src/Krm.Cli
    /usr/bin/python3 benchmarks/peers/numpy_busday.py src/Krm.Cli/bin/Release/net10.0/krm.dll
"""

import csv
import io
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

DATES = 1024
SEED = 20260801
NUMBERS = (1, 60, 250, 2500)
REPEATS = 9
LAND = "HH"


def holidays(krm: str) -> list[str]:
    text = subprocess.run(
        ["dotnet", krm, "holidays", "--land", LAND, "--from", "1990", "--to", "2100", "--format", "csv"],
        capture_output=True, check=True, encoding="utf-8").stdout
    return sorted({row["date"] for row in csv.DictReader(io.StringIO(text))})


def offsets(dates: np.ndarray, number: int, calendar: np.busdaycalendar) -> np.ndarray:
    # "Strictly after, also from a non-working day" is numpy's roll against the direction.
    return np.busday_offset(dates, number, roll="backward" if number > 0 else "forward", busdaycal=calendar)


def nanoseconds(dates: np.ndarray, number: int, calendar: np.busdaycalendar) -> float:
    best = float("inf")
    for _ in range(REPEATS):
        rounds = 20
        begin = time.perf_counter_ns()
        for _ in range(rounds):
            offsets(dates, number, calendar)
        best = min(best, (time.perf_counter_ns() - begin) / rounds / len(dates))
    return best


def check(krm: str, dates: np.ndarray, calendar: np.busdaycalendar) -> int:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.csv"), Path(folder, "out.csv")
        rows = [(day, number) for number in (*NUMBERS, -1, -60, -250) for day in dates]
        with source.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["land", "week", "date", "n", "end"])
            writer.writerows((LAND, "MoFr", day, number, day + 400) for day, number in rows)
        subprocess.run(["dotnet", krm, "workdays", "--input", str(source), "--output", str(target)], check=True, capture_output=True)
        with target.open(newline="") as file:
            answers = list(csv.DictReader(file))
    wrong = 0
    for (day, number), answer in zip(rows, answers, strict=True):
        wrong += str(offsets(np.array([day]), number, calendar)[0]) != answer["add_result"]
        wrong += int(np.busday_count(day, day + 400, busdaycal=calendar)) != int(answer["count"])
        wrong += int(np.is_busday(day, busdaycal=calendar)) != int(answer["is_working_day"])
    print(f"{3 * len(rows)} answers compared with krm workdays, {wrong} differ")
    return wrong


def main() -> int:
    krm = sys.argv[1]
    calendar = np.busdaycalendar("1111100", holidays(krm))
    random = np.random.default_rng(SEED)
    dates = np.datetime64("2010-01-01") + random.integers(0, 15_000, DATES)
    print(f"numpy {np.__version__}, Python {sys.version.split()[0]}, {DATES} random dates from 2010 on, best of {REPEATS}")
    for number in NUMBERS:
        print(f"busday_offset n = {number:5}: {nanoseconds(dates, number, calendar):8.1f} ns a date")
    return 1 if check(krm, dates, calendar) else 0


if __name__ == "__main__":
    sys.exit(main())
