"""The units of a site: which are stale, and those made, by one process or by several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from pavilion_gen.build.crew import Crew, balanced
from pavilion_gen.build.record import Unit
from pavilion_gen.build.unit import Known, Maker, Part, Progress, Result, Told, name_of, still_there
from pavilion_gen.build.writer import Writer
from pavilion_gen.pages.plan import Plan
from pavilion_gen.workspace import Survey, Workspace, live

_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(Result).decode
_decode_part = msgspec.msgpack.Decoder(Part).decode


class Units:
    """The portal and the pavilions, in one process of a crew.

    old: what is recorded of each, by name. all_there: whether every recorded file is known to be
    as the last build left it.
    """

    def __init__(
        self,
        workspace: Workspace,
        output: Path,
        old: Mapping[str, Unit],
        all_there: Callable[[], bool],
        progress: Progress,
    ) -> None:
        self._workspace = workspace
        self._output = output
        self._old = old
        self._all_there = all_there
        self._progress = progress
        self._knowns: dict[str, Known] = {}

    def results(self, team: Crew, survey: Survey) -> dict[str, Result]:
        """Every unit as it will be, by name; in the first process those of all."""
        fresh: dict[str, Result] = {}
        stale: dict[str, bytes] = {}
        for code in live(survey):
            if not team.owns(code):
                continue
            key = self._workspace.plan_key(code, survey)
            result = self._still_there(self._old.get(name_of(code), Unit()), key)
            if result is None:
                stale[code] = key
            else:
                fresh[code] = result
        if team.size > 1 and not team.shares_countries:
            made = self._made_together(team, survey, stale)
        else:
            made = self._made(team, survey, stale)
        everything = fresh | made
        if team.shares_countries:
            mine = {} if team.is_first else {c: _encode(one) for c, one in everything.items()}
            others = team.gather(mine)
            everything = {c: _decode(data) for c, data in others.items()} | everything
        if not team.is_first:
            return {}
        return {name_of(code): everything[code] for code in live(survey)}

    def _still_there(self, unit: Unit, key: bytes) -> Result | None:
        if unit.key != key:
            return None
        return Result(unit, (), 0) if self._all_there() else still_there(unit, str(self._output))

    def _made(self, team: Crew, survey: Survey, stale: Mapping[str, bytes]) -> dict[str, Result]:
        """The stale units of this process, made."""
        maker = self._maker(team)
        told = Told(self._progress)
        # The largest first, while little else is in memory
        codes = sorted(stale, key=self._workspace.weight, reverse=True)
        plans: Iterator[Plan] = (self._planned(code, survey, told) for code in codes)
        if not self._workspace.is_large:
            plans = iter([*plans])  # so that all pages are counted before one is made
        results: dict[str, Result] = {}
        for code in codes:
            plan, known = next(plans), self._known(code)
            routes = dict(plan.routes)
            plan = msgspec.structs.replace(plan, routes={})
            # What the pages of a locale share goes with its routes
            parts = [maker.pages(plan, routes.pop(locale), known, told) for locale in list(routes)]
            results[code] = maker.whole(plan, parts, known, stale[code])
            self._workspace.forget(code, survey)
            del plan, parts, known  # else the next country is planned while this one is held
        return results

    def _made_together(
        self, team: Crew, survey: Survey, stale: Mapping[str, bytes]
    ) -> dict[str, Result]:
        """The stale units, of which each process makes some locales; in the first all of them."""
        maker = self._maker(team)
        plans = {code: self._workspace.plan(code, survey) for code in stale}
        tasks = {
            f"{code}/{locale}": len(routes)
            for code, plan in plans.items()
            for locale, routes in plan.routes.items()
        }
        owners = balanced(tasks, team.size)
        own = [task for task in tasks if owners[task] == team.number]
        told = Told(self._progress)
        told.expect(sum(tasks[task] for task in own))
        parts: dict[str, Part] = {}
        for task in own:
            code, _, locale = task.partition("/")
            plan = plans[code]
            parts[task] = maker.pages(plan, plan.routes[locale], self._known(code), told)
        if not team.is_first:
            team.gather({task: _encode(part) for task, part in parts.items()})
            return {}
        others = {task: _decode_part(data) for task, data in team.gather({}).items()}
        parts |= others
        return {
            code: maker.whole(
                plan,
                [parts[f"{code}/{locale}"] for locale in plan.routes],
                self._known(code),
                stale[code],
            )
            for code, plan in plans.items()
        }

    def _planned(self, code: str, survey: Survey, told: Told) -> Plan:
        plan = self._workspace.plan(code, survey)
        told.expect(sum(map(len, plan.routes.values())))
        return plan

    def _maker(self, team: Crew) -> Maker:
        writer = Writer(self._output, str(team.number))
        return Maker(self._workspace, writer, all_there=self._all_there())

    def _known(self, code: str) -> Known:
        if code not in self._knowns:
            self._knowns[code] = Known(self._old.get(name_of(code), Unit()))
        return self._knowns[code]
