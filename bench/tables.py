"""Markdown tables, and where in a page they go."""
import re


def milliseconds(seconds):
    if seconds is None:
        return "–"
    return f"{seconds * 1000:.0f} ms" if seconds < 10 else f"{seconds:.1f} s"


def ratio(value, floor):
    return "–" if value is None or not floor else f"{value / floor:.2f}"


def number(value, digits=0):
    return "–" if value is None else f"{value:.{digits}f}"


def markdown(heading, columns, rows):
    lines = [f"### {heading}", "", "| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def put_between_marks(path, text, mark="bench"):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    begin, end = f"<!-- {mark}: begin -->", f"<!-- {mark}: end -->"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if not pattern.search(page):
        raise SystemExit(f"{path} lacks the lines {begin} and {end}: put them where the tables shall stand")
    with open(path, "w", encoding="utf-8") as file:
        file.write(pattern.sub(lambda _: f"{begin}\n\n{text}\n{end}", page))
