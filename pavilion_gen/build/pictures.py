"""The files of the pictures that pages show: what is not there yet is made, by several processes.

A variant that is recorded and as it was left needs nothing: its name says what it was made of. Else
its bytes come out of the cache, where they outlive every edition of our sources but the encoder's;
else its master is decoded, once for all variants that are wanting, and they are encoded.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from pavilion_gen.build import crew
from pavilion_gen.build.crew import Crew, Shares, balanced
from pavilion_gen.build.record import Entry
from pavilion_gen.build.writer import Made, Writer, intact
from pavilion_gen.content.kept import Kept, key_of
from pavilion_gen.content.snapshot import ContentChanged
from pavilion_gen.content.svg import drawing
from pavilion_gen.materials.pictures import Variant, recipe, variants
from pavilion_gen.model.picture import PictureFile

Progress = Callable[[int, int], None]
_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(list[Made]).decode


class _Task(NamedTuple):
    """A picture and those of its files that are to be made."""

    file: PictureFile
    wanted: tuple[Variant, ...]

    @property
    def weight(self) -> int:
        """Pixels: to decode, and to encode, which takes some ten times as long."""
        encoded = sum(one.width * one.height for one in self.wanted)
        return self.file.width * self.file.height + 10 * encoded


def made(
    root: Path, file: PictureFile, wanted: Iterable[Variant]
) -> Iterator[tuple[Variant, bytes]]:
    """The bytes of some files of a picture of the content below `root`.

    Raises ContentChanged where its master is another one than was read, and OSError.
    """
    data = (root / file.file).read_bytes()
    if file.is_drawing:
        data = drawing(data).data
    if hashlib.sha256(data).hexdigest() != file.digest:
        raise ContentChanged(file.file)
    if file.is_drawing:
        yield from ((one, data) for one in wanted)
        return
    from pavilion_gen.materials.raster import encoded

    yield from encoded(data, wanted, see_through=file.see_through)


def variant_key(file: PictureFile, variant: Variant) -> bytes:
    """Names all that the bytes of a variant are made of, the platform included."""
    size = f"{variant.width} {variant.height}"
    return key_of("variant", recipe(), _platform(), file.digest, variant.kind, size)


def kept_variant(kept: Kept, file: PictureFile, variant: Variant) -> bytes | None:
    """The bytes of a variant, where they are kept."""
    key = variant_key(file, variant)
    value = kept.get(key)
    # What is none of ours counts as not there: nothing else looks into these bytes
    return value.removeprefix(key) if value is not None and value.startswith(key) else None


def keep_variant(kept: Kept, file: PictureFile, variant: Variant, data: bytes) -> None:
    """Keeps the bytes of a variant, if it can."""
    key = variant_key(file, variant)
    kept.put(key, key + data)


@cache
def _platform() -> str:
    return f"{sys.platform} {platform.machine()}"


class Pictures:
    """What makes the picture files of one output. known: what is recorded of it, by path.

    root: the content folder. kept: where bytes are kept beyond an edition of our sources.
    """

    def __init__(self, root: Path, output: Path, kept: Kept, known: Mapping[str, Entry]) -> None:
        self._root = root
        self._output = output
        self._kept = kept
        self._known = known

    def stage(
        self, shown: Iterable[PictureFile], writer: Writer, jobs: int, progress: Progress
    ) -> list[Made]:
        """All files of the pictures, staged where they are not there yet. Raises ContentChanged."""
        there: list[Made] = []
        tasks: list[_Task] = []
        for file in shown:
            wanted = []
            for variant in variants(file):
                found = self._found(file, variant, writer)
                if found is None:
                    wanted.append(variant)
                else:
                    there.append(found)
            if wanted:
                tasks.append(_Task(file, tuple(wanted)))
        drawn = [task for task in tasks if task.file.is_drawing]
        there += [one for task in drawn for one in self._made(task, writer)]
        return there + self._encoded([task for task in tasks if not task.file.is_drawing], jobs,
                                     progress)  # fmt: skip

    def _found(self, file: PictureFile, variant: Variant, writer: Writer) -> Made | None:
        """A file that is there, or whose bytes are kept."""
        entry = self._known.get(variant.path)
        if entry is not None:
            same = intact(str(self._output), entry)
            if same is not None:
                return Made(same)
        data = None if file.is_drawing else kept_variant(self._kept, file, variant)
        return None if data is None else writer.stage(variant.path, b"", data, entry)

    def _made(self, task: _Task, writer: Writer) -> Iterator[Made]:
        for variant, data in made(self._root, task.file, task.wanted):
            if not task.file.is_drawing:
                keep_variant(self._kept, task.file, variant, data)
            yield writer.stage(variant.path, b"", data, self._known.get(variant.path))

    def _encoded(self, tasks: Sequence[_Task], jobs: int, progress: Progress) -> list[Made]:
        if not tasks:
            return []
        size = min(jobs, len(tasks))
        self._kept.close()  # else every process would write what waits to be written

        def work(team: Crew) -> list[Made]:
            try:
                return self._shared(tasks, team, progress)
            finally:
                self._kept.close()

        return crew.run(Shares(size), work)

    def _shared(self, tasks: Sequence[_Task], team: Crew, progress: Progress) -> list[Made]:
        """What this process makes; in the first, what all of them have made."""
        numbers = {str(number): task.weight for number, task in enumerate(tasks)}
        owners = balanced(numbers, team.size)
        own = [
            task
            for number, task in zip(owners, tasks, strict=True)
            if owners[number] == team.number
        ]
        writer = Writer(self._output, f"pictures-{team.number}")
        total = sum(len(task.wanted) for task in own)
        done: list[Made] = []
        for task in own:
            for one in self._made(task, writer):
                done.append(one)
                progress(len(done), total)
        everything = team.gather({str(team.number): _encode(done)})
        return [one for number in sorted(everything) for one in _decode(everything[number])]
