"""One build: fingerprints, rendering over the machine's cores, landing, cleaning up."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from pavilion_gen.build.engine import engine_key
from pavilion_gen.build.record import FOLDER, Record
from pavilion_gen.build.writer import Made, OutputFault, Writer, is_intact
from pavilion_gen.materials.theme import Theme
from pavilion_gen.pages.plan import SitePlan
from pavilion_gen.render.page import Renderer
from pavilion_gen.render.sitemaps import sitemaps
from pavilion_gen.render.templates import Templates

BATCH = 64


class Built(msgspec.Struct, frozen=True, gc=False):
    """What a build did. pages, files: there are now; rendered: pages that were made again."""

    pages: int
    files: int
    rendered: int
    changed: int
    removed: int


Progress = Callable[[int, int], None]


def _ignore(done: int, total: int) -> None:
    pass


class _Job:
    """What a worker needs, inherited by fork: it gets numbers and gives back what it made."""

    def __init__(self, plan: SitePlan, renderer: Renderer, writer: Writer) -> None:
        self.plan = plan
        self.renderer = renderer
        self.writer = writer

    def run(self, numbers: range) -> tuple[list[Made], int]:
        """(outputs, how many were rendered) of the pages with these numbers."""
        entries = self.writer.record.entries
        made: list[Made] = []
        rendered = 0
        for number in numbers:
            page = self.plan.pages[number]
            path = self.plan.addresses.file(page.address)
            fingerprint = self.renderer.fingerprint(page)
            entry = entries.get(path)
            known = entry is not None and entry.fingerprint == fingerprint
            if known and entry is not None and is_intact(self.writer.output, entry):
                made.append(Made(path, fingerprint, entry.digest, entry.size))
                continue
            data = self.renderer.render(page)
            rendered += 1
            made.append(self.writer.stage(number, path, fingerprint, data))
        return made, rendered


_job: _Job | None = None


def _work(numbers: range) -> tuple[list[Made], int]:
    assert _job is not None
    return _job.run(numbers)


def _render_pages(job: _Job, jobs: int, progress: Progress) -> tuple[list[Made], int]:
    total = len(job.plan.pages)
    batches = [range(start, min(start + BATCH, total)) for start in range(0, total, BATCH)]
    for template in {page.template for page in job.plan.pages}:
        job.renderer.templates.digest(template)
    made: list[Made] = []
    rendered = 0

    def results() -> Iterator[tuple[list[Made], int]]:
        global _job
        if jobs < 2 or len(batches) < 2 or "fork" not in multiprocessing.get_all_start_methods():
            yield from map(job.run, batches)
            return
        _job = job
        try:
            with multiprocessing.get_context("fork").Pool(min(jobs, len(batches))) as pool:
                yield from pool.imap(_work, batches)
        finally:
            _job = None

    for batch, count in results():
        made += batch
        rendered += count
        progress(len(made), total)
    return made, rendered


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Holds the output folder against a second build."""
    folder = output / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OutputFault(
                f"Another build is writing to {output}. Wait for it, or name another --output."
            ) from None
        yield


def build(
    plan: SitePlan,
    theme: Theme,
    output: Path,
    *,
    jobs: int = 0,
    progress: Progress = _ignore,
) -> Built:
    """Writes a plan into an output folder.

    jobs: processes, 0 for one a core. progress: called with (done, all) pages.
    Raises ThemeFault before anything is written, OutputFault and OSError for the folder.
    """
    output.mkdir(parents=True, exist_ok=True)
    with _alone(output):
        record = Record(output)
        writer = Writer(output, record)
        writer.open()
        try:
            return _build(plan, theme, writer, jobs or os.cpu_count() or 1, progress)
        finally:
            writer.close()


def _build(plan: SitePlan, theme: Theme, writer: Writer, jobs: int, progress: Progress) -> Built:
    renderer = Renderer(plan, Templates(theme), engine_key())
    made, rendered = _render_pages(_Job(plan, renderer, writer), jobs, progress)
    number = len(plan.pages)
    for path, file in plan.files.items():
        made.append(writer.stage(number, path, "", file.read()))
        number += 1
    for path, data in sitemaps(plan):
        made.append(writer.stage(number, path, "", data))
        number += 1
    # Assets and pictures first, so that no page refers to what is not there yet
    made.sort(key=lambda one: (not one.path.startswith("assets/"), one.path))
    changed = writer.land(made)
    keep = {one.path for one in made}
    removed = writer.remove(keep)
    entries = {path: entry for path, entry in writer.record.entries.items() if path in keep}
    writer.record.rewrite(entries)
    return Built(len(plan.pages), len(made), rendered, changed, removed)


def clean(output: Path) -> int:
    """Deletes every file that a build recorded as its own, and the record; how many files."""
    with _alone(output):
        record = Record(output)
        writer = Writer(output, record)
        removed = writer.remove(set())
        writer.close()
        (record.folder / "record").unlink(missing_ok=True)
    (record.folder / "lock").unlink(missing_ok=True)
    if not any(record.folder.iterdir()):
        record.folder.rmdir()
    return removed
