#!/usr/bin/env python3
"""Compares Annex's holidays and deadlines with the independent package `holidays`.

    compare_holidays.py compare FOLDER    checks the tables that the tests wrote into FOLDER
    compare_holidays.py annex PROGRAM N   asks the program for N random deadlines
    compare_holidays.py expect FOLDER     writes the expectations that are committed

The package is installed with `pip install holidays`, best into an environment outside of the
repository; the tests find it with ANNEX_PYTHON=path/to/python. The deadlines are counted here day
by day, with nothing shared but the terms. A day that only Annex has must carry a note in Annex's
data; a day that only the package has is always an error.
"""

import datetime
import functools
import json
import os
import random
import subprocess
import sys

import holidays

DAY = datetime.timedelta(days=1)
LAENDER = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split()
CANTONS = (
    "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH".split()
)
EEA = (
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO"
).split()
CODES = (
    EEA
    + [f"DE-{land}" for land in LAENDER]
    + ["DE-BY-AUGSBURG", "DE-BY-CATHOLIC", "DE-SN-CATHOLIC", "DE-TH-CATHOLIC"]
    + ["FR-57", "FR-6AE", "CH"]
    + [f"CH-{canton}" for canton in CANTONS]
    + ["GB", "GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS", "US"]
)
# The codes whose random deadlines are compared.
RANDOM_CODES = [code for code in CODES if code[:2] in "DE AT CH GB US FR NL PL".split()]


@functools.lru_cache(maxsize=None)
def package_days(code, year):
    """The package's holidays of `code` in `year`."""
    country, _, part = code.partition("-")
    categories = None
    if part == "BY-AUGSBURG":
        part = "Augsburg"
    elif part.endswith("-CATHOLIC"):
        part = part.split("-")[0]
        categories = ("public", "catholic")
    found = holidays.country_holidays(
        country, subdiv=part or None, years=year, categories=categories
    )
    return frozenset(day for day in found if day.year == year)


class Calendar:
    """The package's days, with those of Annex that its data explain."""

    def __init__(self, explained=()):
        self.explained = set(explained)

    def is_holiday(self, code, day):
        return day in package_days(code, day.year) or (code, day) in self.explained


def add_months(day, months):
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    first_of_next = datetime.date(year + month // 12, month % 12 + 1, 1)
    return datetime.date(year, month, min(day.day, (first_of_next - DAY).day))


def deadline(calendar, code, start, count, unit, week, roll, direction):
    """The last day: to act on where the direction is forward, to give notice on where backward."""
    step = DAY if direction == "forward" else -DAY
    day = start
    if unit == "working days":
        length = 5 if week == "mon-fri" else 6
        while count:
            day += step
            if day.weekday() < length and not calendar.is_holiday(code, day):
                count -= 1
    elif unit == "months":
        day = add_months(day, count if direction == "forward" else -count)
    else:
        day += step * count * (7 if unit == "weeks" else 1)
    if direction == "backward":
        return day - DAY
    while roll == "forward" and (day.weekday() > 4 or calendar.is_holiday(code, day)):
        day += DAY
    return day


def random_case(rng):
    first = datetime.date(2024, 1, 1)
    days = (datetime.date(2030, 12, 31) - first).days
    unit = rng.choice(["days", "working days", "working days", "weeks", "months"])
    direction = "backward" if rng.randrange(8) == 0 and unit != "months" else "forward"
    return (
        rng.choice(RANDOM_CODES),
        first + DAY * rng.randrange(days + 1),
        rng.randint(1, {"days": 120, "working days": 60, "weeks": 16, "months": 6}[unit]),
        unit,
        rng.choice(["mon-fri", "mon-sat"]),
        "none" if direction == "backward" else rng.choice(["none", "forward"]),
        direction,
    )


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as table:
        for line in table:
            yield line.rstrip("\n").split("\t")


def compare(folder):
    years = {code: range(int(first), int(last) + 1) for code, first, last in rows(folder, "years")}
    ours, notes = {}, {}
    for code, day, note in rows(folder, "holidays"):
        day = datetime.date.fromisoformat(day)
        ours.setdefault((code, day.year), set()).add(day)
        notes[code, day] = note
    faults, explained = [], set()
    for code in CODES:
        if code not in years:
            faults.append(f"{code}: Annex has no such calendar")
            continue
        for year in years[code]:
            theirs, mine = package_days(code, year), ours.get((code, year), set())
            faults += [f"{code}: Annex lacks {day}" for day in sorted(theirs - mine)]
            for day in sorted(mine - theirs):
                if notes[code, day]:
                    explained.add((code, day))
                else:
                    faults.append(f"{code}: only Annex has {day}, and its data do not say why")
    unknown = sorted(set(years) - set(CODES))
    faults += [f"{code}: nothing to compare with" for code in unknown]
    calendar = Calendar(explained)
    count = 0
    for code, start, number, unit, week, roll, direction, last in rows(folder, "deadlines"):
        start = datetime.date.fromisoformat(start)
        count += 1
        want = deadline(calendar, code, start, int(number), unit, week, roll, direction)
        if want.isoformat() != last:
            terms = f"{number} {unit}, {week}, roll {roll}, {direction}"
            faults.append(f"{code}: {terms} from {start} give {last}, not {want}")
    print("\n".join(faults[:50]))
    checked = sum(len(span) for span in years.values())
    print(
        f"{checked} years of {len(years)} calendars and {count} deadlines compared: "
        f"{len(explained)} days explained by notes, {len(faults)} differences"
    )
    return 1 if faults or count == 0 else 0


def ask(program, number):
    rng = random.Random(2026)
    faults = 0
    for _ in range(number):
        case = random_case(rng)
        code, start, count, unit, week, roll, direction = case
        command = [program, "deadline", "--format", "json", "--from", start.isoformat()]
        command += ["--period", f"{count} {unit}", "--holidays", code, "--week", week]
        command += ["--roll", roll, "--direction", direction]
        answer = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        # 5 May is the one day of these countries that only Annex has; see its note.
        may = {("NL", datetime.date(year, 5, 5)) for year in range(2024, 2032)}
        want = deadline(Calendar(may), *case)
        if answer["lastDay"] != want.isoformat():
            faults += 1
            print(f"{case}: {answer['lastDay']}, not {want}")
    print(f"{number} deadlines asked: {faults} differences")
    return 1 if faults or number == 0 else 0


def expect(folder):
    full = [code for code in RANDOM_CODES if not code.startswith("CH-")] + ["CH-ZH", "CH-GE"]
    with open(os.path.join(folder, "holidays.tsv"), "w", encoding="utf-8") as table:
        for code in CODES:
            for year in range(2024, 2032) if code in full else (2026, 2027):
                days = " ".join(day.strftime("%m-%d") for day in sorted(package_days(code, year)))
                table.write(f"{code}\t{year}\t{days}\n")
    rng = random.Random(20261120)
    calendar = Calendar()
    with open(os.path.join(folder, "deadlines.tsv"), "w", encoding="utf-8") as table:
        written = 0
        while written < 500:
            case = random_case(rng)
            # In the Netherlands the two disagree on 5 May.
            if case[0] == "NL":
                continue
            written += 1
            table.write("\t".join(map(str, (*case, deadline(calendar, *case)))) + "\n")
    return 0


def main(arguments):
    match arguments:
        case ["compare", folder]:
            return compare(folder)
        case ["annex", program, number]:
            return ask(program, int(number))
        case ["expect", folder]:
            return expect(folder)
    print(__doc__, file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
