"""How the processes of a build share out the work."""

from __future__ import annotations

from pavilion_gen.build.crew import Shares, balanced
from pavilion_gen.build.record import Record
from pavilion_gen.build.why import changed_files
from pavilion_gen.workspace import Workspace

WORTH_SHARING = 400_000  # bytes of content; below, one process does it as fast
LITTLE = 0.05  # of the bytes of the content
_OF_FEW_PAGES = ("products", "culture", "travel")


def shares(workspace: Workspace, record: Record, jobs: int) -> Shares:
    """How many processes there are, and what each owns. jobs: how many there may be.

    A few goods or guides changed: one is quicker. Much to read: each reads some of the countries.
    Else each reads what has changed, and they share out the pages: a process that inherits what
    another has read pays for every object that it touches.
    """
    weights = {code: workspace.weight(code) for code in workspace.countries}
    total = sum(weights.values())
    if jobs < 2 or total < WORTH_SHARING or _is_little(workspace, record, total):
        return Shares(1)
    unread = sum(weights[code] for code in weights if not workspace.is_outlined(code))
    if unread > total / 2 and max(weights.values()) < 0.75 * total:
        return Shares(jobs, balanced(weights, jobs))
    return Shares(jobs)


def _is_little(workspace: Workspace, record: Record, total: int) -> bool:
    """Whether all that changed since the last build are a few goods and guides, or their texts."""
    last, snapshot = record.last(), workspace.snapshot
    if last is None or last.theme != workspace.theme.key or last.engine != workspace.engine:
        return False
    kinds = {file.path: file.kind for file in snapshot.files}
    changed = changed_files(record.inputs(), snapshot.digests)
    size = sum(snapshot.sizes.get(path, 0) for path in changed)
    return size < total * LITTLE and all(kinds.get(path) in _OF_FEW_PAGES for path in changed)
