"""The content inspected: read, judged, and every address planned; nothing is made."""

from __future__ import annotations

import msgspec

from pavilion_gen.content.kept import key_of
from pavilion_gen.diagnostics import Diagnostic
from pavilion_gen.pages.plan import collisions
from pavilion_gen.workspace import Survey, Workspace, live

_encode = msgspec.msgpack.encode


class Inspected(msgspec.Struct, frozen=True, gc=False):
    """What was found. pages: how many there would be; 0 where errors stand in the way."""

    survey: Survey
    diagnostics: tuple[Diagnostic, ...]
    pages: int


def inspect(workspace: Workspace) -> Inspected:
    """Everything that is wrong with the content, addresses that collide included."""
    survey = workspace.survey()
    told, paths = list(survey.diagnostics), list[str]()
    if survey.world is not None:
        for code in live(survey):
            paths += planned_paths(workspace, survey, code)
        planned = len(paths)
        paths += workspace.tools.assets.files
        static = [path.removeprefix("static/") for path in survey.world.static]
        told += collisions(paths, static)
        paths = [path for path in paths[:planned] if path.endswith(".html")]
    workspace.close()
    return Inspected(survey, tuple(told), len(paths))


def planned_paths(workspace: Workspace, survey: Survey, code: str) -> list[str]:
    """The paths in the output of the pages and documents of a pavilion, or of the portal."""
    key = key_of("paths", workspace.plan_key(code, survey))
    found = workspace.kept.get(key)
    if found is not None:
        try:
            return msgspec.msgpack.decode(found, type=list[str])
        except msgspec.DecodeError:
            pass
    file = workspace.addresses.file
    plan = workspace.plan(code, survey)
    paths = [file(route.address) for routes in plan.routes.values() for route in routes]
    workspace.kept.put(key, _encode(paths))
    return paths
