"""One country judged: what is wrong with it, and what the rest of the site sees of it."""

from __future__ import annotations

from datetime import datetime

import msgspec

from pavilion_gen.catalogue.country_checks import check_country
from pavilion_gen.catalogue.ground import Ground
from pavilion_gen.catalogue.settle import settle_country, showcase
from pavilion_gen.catalogue.translations import Measure, measure
from pavilion_gen.catalogue.world import Catalogue, Showcase
from pavilion_gen.content.load import CountryContent
from pavilion_gen.diagnostics import Diagnostic, Severity


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """What came of judging a country. showcase: None where it is not live, or has errors.

    held_back: how many goods are not public now. measures: its translation, by locale.
    """

    diagnostics: tuple[Diagnostic, ...]
    showcase: Showcase | None
    held_back: int
    measures: tuple[Measure, ...]


def judge_country(
    part: CountryContent, ground: Ground, at: datetime
) -> tuple[Judgement, Catalogue | None]:
    """The judgement of a country at the instant `at` (UTC), and its catalogue."""
    told = tuple(check_country(part, ground, at))
    catalogue = None
    if not any(diagnostic.severity is Severity.ERROR for diagnostic in told):
        catalogue = settle_country(part, ground, at)
    judgement = Judgement(
        diagnostics=told,
        showcase=showcase(catalogue, ground) if catalogue else None,
        held_back=len(part.products) - len(catalogue.products) if catalogue else 0,
        measures=measure(part),
    )
    return judgement, catalogue
