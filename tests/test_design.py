"""The road has one direction: a room imports only what stands to its left."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pavilion_gen

ROOT = Path(pavilion_gen.__file__).parent
ROAD = ("diagnostics", "model", "content", "settings", "catalogue", "materials", "pages", "render", "build",
        "publish")  # fmt: skip
ABOVE = ("workspace", "authoring", "serve", "cli")
ORDER = {room: place for place, room in enumerate((*ROAD, *ABOVE))}
# The workspace walks the road up to the plans of pages; build goes on from there.
ORDER["workspace"] = ORDER["pages"]
MODULES = sorted(ROOT.rglob("*.py"))
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime", "monotonic",
          "perf_counter", "strftime", "ctime", "asctime"}  # fmt: skip


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The full names of the modules that a module imports, wherever in it, but for types only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms(path: Path) -> set[str]:
    """The rooms of ours that a module imports from."""
    ours = (name.split(".") for name in imported(path) if name.startswith("pavilion_gen."))
    return {parts[1] for parts in ours} - {"__version__"}


def clocks(source: str) -> list[str]:
    """The calls and names in a source that read the time."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            if owner in ("datetime", "date", "time") and node.attr in CLOCKS:
                found.append(f"{owner}.{node.attr}")
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            found += [f"time.{alias.name}" for alias in node.names if alias.name in CLOCKS]
    return found


def test_every_room_stands_somewhere_on_the_road() -> None:
    unknown = {room_of(path) for path in MODULES} - ORDER.keys() - {"__init__", "__main__"}

    assert unknown == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_imports_only_what_stands_to_its_left(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return

    wrong = {other for other in rooms(path) - {room} if ORDER[other] > ORDER[room]}

    assert wrong == set()


@pytest.mark.parametrize("path", sorted((ROOT / "diagnostics").glob("*.py")), ids=name_of)
def test_diagnostics_know_no_other_room(path: Path) -> None:
    assert rooms(path) <= {"diagnostics"}


@pytest.mark.parametrize("path", sorted((ROOT / "model").glob("*.py")), ids=name_of)
def test_the_model_knows_neither_yaml_nor_templates_nor_the_disk(path: Path) -> None:
    known = {name.split(".")[0] for name in imported(path)}

    assert known <= {
        "__future__", "collections", "datetime", "decimal", "typing", "zoneinfo", "msgspec",
        "pavilion_gen",
    }  # fmt: skip
    assert rooms(path) <= {"model"}


@pytest.mark.parametrize(
    ("room", "never"),
    [
        ("content", {"jinja2", "markdown"}),
        ("catalogue", {"jinja2", "markdown", "yaml"}),
        ("materials", {"jinja2"}),
        ("pages", {"jinja2", "yaml", "os", "pathlib", "shutil"}),
        ("render", {"yaml"}),
        ("build", {"yaml", "markdown"}),
    ],
)
def test_a_room_does_not_know_what_is_another_s_affair(room: str, never: set[str]) -> None:
    for path in sorted((ROOT / room).rglob("*.py")):
        known = {name.split(".")[0] for name in imported(path)}

        assert known & never == set(), name_of(path)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_but_the_command_line_reads_the_time(path: Path) -> None:
    allowed = {
        "cli/options.py": {"datetime.now"},
        "cli/build.py": {"time.monotonic"},
    }.get(name_of(path), set())
    if room_of(path) == "serve":  # how long a watcher waits is no clock of the content
        allowed = allowed | {"time.monotonic"}

    assert set(clocks(path.read_text(encoding="utf-8"))) <= allowed


@pytest.mark.parametrize(
    "source",
    ["datetime.now()", "datetime.datetime.now(UTC)", "date.today()", "time.time()",
     "from time import time", "datetime.utcnow()", "f = datetime.now"],
)  # fmt: skip
def test_the_search_for_clocks_finds_them(source: str) -> None:
    assert clocks(source) != []


DISK = {"open", "read_bytes", "read_text", "write_bytes", "write_text", "is_file", "is_dir", "exists",
        "stat", "iterdir", "glob", "rglob", "scandir", "unlink", "mkdir"}  # fmt: skip


@pytest.mark.parametrize("room", ["model", "catalogue", "pages"])
def test_only_the_edges_touch_the_disk(room: str) -> None:
    found = []
    for path in sorted((ROOT / room).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                function = node.func
                name = getattr(function, "attr", getattr(function, "id", ""))
                if name in DISK:
                    found.append(f"{name_of(path)}:{node.lineno} {name}")
            if isinstance(node, ast.ImportFrom) and node.module == "pavilion_gen.content.pictures":
                found.append(f"{name_of(path)}:{node.lineno} {node.module}")
    assert found == []
