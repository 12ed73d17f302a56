"""The content inspected: read, judged, and every address planned; nothing is made."""

from __future__ import annotations

import msgspec

from pavilion_gen.build.record import PAGE
from pavilion_gen.content.kept import kept_or_made, key_of
from pavilion_gen.diagnostics import Diagnostic
from pavilion_gen.pages.plan import Plan, collisions
from pavilion_gen.workspace import Survey, Workspace, live


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
        paths = [path for path in paths[:planned] if path.endswith(PAGE)]
    workspace.close()
    return Inspected(survey, tuple(told), len(paths))


def planned_paths(workspace: Workspace, survey: Survey, code: str) -> list[str]:
    """The paths in the output of the pages and documents of a pavilion, or of the portal."""
    key = key_of("paths", workspace.plan_key(code, survey))
    return kept_or_made(
        workspace.kept, key, list[str], lambda: _paths(workspace, workspace.plan(code, survey))
    )


def _paths(workspace: Workspace, plan: Plan) -> list[str]:
    file = workspace.addresses.file
    return [file(route.address) for routes in plan.routes.values() for route in routes]
