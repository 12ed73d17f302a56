"""Path data in fewer bytes: steps from point to point instead of places, one decimal, no filling."""

from __future__ import annotations

import re

from shapes import num

_PARTS = re.compile(r"([MLHVQTCSAZmlhvqtcsaz])|(-?\d*\.?\d+)")
_NUMBER = re.compile(r"[\d.]+$")
_VALUES = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "T": 2, "C": 6, "S": 4, "A": 7, "Z": 0}

Segment = tuple[str, list[float]]


def tightened(data: str) -> str:
    """The same path, to a tenth, each segment absolute or relative as is shorter."""
    return _Writer().write(_segments(data))


def _segments(data: str) -> list[Segment]:
    """Commands and their values, one command a segment."""
    found: list[Segment] = []
    command = ""
    values: list[float] = []
    for letter, number in _PARTS.findall(data):
        if letter:
            command, values = letter, []
        else:
            values.append(float(number))
        if len(values) == _VALUES[command.upper()]:
            found.append((command, values))
            # More points after a first one are lines
            command, values = {"M": "L", "m": "l"}.get(command, command), []
    return found


class _Writer:
    """Knows where the pen is, as a reader of rounded numbers would."""

    def __init__(self) -> None:
        self._x = self._y = self._x0 = self._y0 = 0.0
        self._exact = [0.0, 0.0]
        self._start = [0.0, 0.0]
        self._out = ""
        self._last = ""

    def write(self, segments: list[Segment]) -> str:
        """All of them as path data."""
        for command, values in segments:
            kind = command.upper()
            places = self._absolute(command, values)
            if kind == "Z":
                self._out, self._last = f"{self._out}Z", ""
                self._exact, (self._x, self._y) = list(self._start), (self._x0, self._y0)
                continue
            steps = self._relative(kind, places)
            self._shorter(kind, [round(v, 1) for v in places], steps)
            self._move(kind, places, steps)
        return self._out

    def _absolute(self, command: str, values: list[float]) -> list[float]:
        """The places that a segment names, exactly."""
        if command.isupper():
            return list(values)
        return [v + self._exact[axis] if axis < 2 else v for v, axis in _axes(command, values)]

    def _relative(self, kind: str, places: list[float]) -> list[float]:
        """Steps from where the pen is, so that roundings do not add up."""
        pen = (self._x, self._y)
        return [round(v - pen[axis], 1) if axis < 2 else v for v, axis in _axes(kind, places)]

    def _shorter(self, kind: str, places: list[float], steps: list[float]) -> None:
        """The next segment in the form that takes fewer bytes."""
        here = self._out, self._last
        self._add(kind.lower(), steps)
        relative = self._out, self._last
        self._out, self._last = here
        self._add(kind, places)
        if len(relative[0]) <= len(self._out):
            self._out, self._last = relative

    def _move(self, kind: str, places: list[float], steps: list[float]) -> None:
        """The pen goes to the end of a segment."""
        axes = [axis for _, axis in _axes(kind, places)]
        for place, axis in zip(places, axes, strict=True):
            if axis < 2:
                self._exact[axis] = place
        if 0 in axes:
            last = len(axes) - 1 - axes[::-1].index(0)
            self._x = round(self._x + steps[last], 1)
        if 1 in axes:
            last = len(axes) - 1 - axes[::-1].index(1)
            self._y = round(self._y + steps[last], 1)
        if kind == "M":
            self._start, (self._x0, self._y0) = list(self._exact), (self._x, self._y)

    def _add(self, command: str, values: list[float]) -> None:
        """One segment, its letter only where it is not the one before."""
        text = self._out + ("" if command == self._last else command)
        for value in values:
            number = _short(value)
            before = _NUMBER.search(text)
            # A sign or a second dot tells where a number begins; all else needs a space
            apart = number[0] == "-" or (number[0] == "." and before and "." in before[0])
            text += number if apart or not before else f" {number}"
        self._out, self._last = text, {"M": "L", "m": "l"}.get(command, command)


def _short(value: float) -> str:
    """A number without what can be left out: `0.5` is `.5`."""
    text = num(value)
    return text.replace("0.", ".", 1) if abs(value) < 1 and "." in text else text


def _axes(command: str, values: list[float]) -> list[tuple[float, int]]:
    """Each value with what it counts along: 0 across, 1 down, 2 neither."""
    kind = command.upper()
    if kind == "H":
        return [(values[0], 0)]
    if kind == "V":
        return [(values[0], 1)]
    if kind == "A":
        return [*((v, 2) for v in values[:5]), (values[5], 0), (values[6], 1)]
    return [(v, i % 2) for i, v in enumerate(values)]
