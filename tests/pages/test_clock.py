"""The clock: the site changes at the instants that are told beforehand, and at no other."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from pages.sites import AT, SHARED, WHOLE, Files, Walked, theme, walk

BUSY: Files = {
    **WHOLE,
    "rates.yaml": str(SHARED["rates.yaml"])
    + "- {date: 2026-12-10, source: {zh: 示例汇率, en: sample}, EUR: 8.0, NZD: 4.3, SEK: 0.7}\n",
    "criteria.yaml": str(SHARED["criteria.yaml"])
    + "  - {id: mark, name: {zh: 商标, en: Mark, fr: Marque}, needs: {evidence: trademark}}\n",
    "countries/fr/merchants.yaml": str(WHOLE["countries/fr/merchants.yaml"])
    + "  evidence: [{kind: trademark, document: TM-1}]\n",
    "countries/nz/merchants.yaml": str(WHOLE["countries/nz/merchants.yaml"])
    + "  evidence: [{kind: trademark, document: TM-2, expires: 2027-01-14}]\n",
    "countries/fr/products/more.yaml": """\
- id: winter-honey
  name: {zh: 冬蜜, fr: Miel d’hiver}
  summary: {zh: 一罐, fr: Un pot}
  category: honey
  merchant: ruche
  from: 2026-12-20
  until: 2027-02-28
  price: 9.90
  was: {price: 12.90, basis: {zh: 去年, fr: l’an dernier}, from: 2027-01-20, until: 2027-02-01}
""",
    "campaigns/2027-fr.yaml": str(WHOLE["campaigns/2027-fr.yaml"])
    + "cancelled: {at: 2027-07-12T08:00+08:00, reason: {zh: 天气, en: Weather}}\n",
}


def at(root: Path, moment: datetime) -> Walked:
    return walk(root, BUSY, at=moment)


def shown(walked: Walked) -> tuple[object, object]:
    """All that visitors see."""
    assert walked.site is not None
    return walked.site.pages, walked.site.chromes


def test_between_the_instants_that_are_told_nothing_changes(tmp_path: Path) -> None:
    theme(tmp_path)
    moment: datetime = AT
    told = []
    while True:
        now = at(tmp_path, moment)
        coming = datetime.fromisoformat(now.next_change)
        if coming.year > 2027:
            break
        told.append(coming.isoformat())

        # up to its last minute all is as it was, and then it is not
        before, after = at(tmp_path, coming - timedelta(minutes=1)), at(tmp_path, coming)
        assert shown(before) == shown(now)
        assert shown(after) != shown(now)
        moment = coming

    assert told == [
        "2026-12-09T16:00:00+00:00",  # new rates, in Beijing
        "2026-12-19T23:00:00+00:00",  # a product opens, in Paris
        "2026-12-31T16:00:00+00:00",  # a guide is out of season on the portal, in Beijing
        "2027-01-14T11:00:00+00:00",  # an evidence expires at the end of its day, in Auckland
        "2027-01-19T23:00:00+00:00",  # a former price is shown
        "2027-02-01T23:00:00+00:00",  # and no longer
        "2027-02-28T23:00:00+00:00",  # the product closes
        "2027-07-10T02:00:00+00:00",  # the campaign opens
        "2027-07-12T00:00:00+00:00",  # and is called off
        "2027-09-30T16:00:00+00:00",  # the guide is in season again
        "2027-12-31T16:00:00+00:00",  # and no longer
    ]


def test_once_nothing_more_will_happen_no_instant_is_told(tmp_path: Path) -> None:
    theme(tmp_path)
    without_seasons = {key: text for key, text in WHOLE.items() if "/travel/" not in key}

    walked = walk(tmp_path, without_seasons, at=AT + timedelta(days=365))

    assert walked.site is not None
    assert walked.next_change == ""


def test_between_the_instants_that_are_recorded_nothing_is_told_otherwise_either(
    tmp_path: Path,
) -> None:
    theme(tmp_path)
    moment: datetime = AT
    while moment.year < 2028:
        now = at(tmp_path, moment)
        since, until = now.workspace.same_between(now.survey)

        # then the moment lies between them, and both their first and last minute are as it is
        first, beyond = datetime.fromisoformat(since), datetime.fromisoformat(until)
        assert first <= moment < beyond
        for other in (at(tmp_path, first), at(tmp_path, beyond - timedelta(minutes=1))):
            assert other.diagnostics == now.diagnostics
            assert shown(other) == shown(now)
            assert other.workspace.same_between(other.survey) == (since, until)
        moment = beyond
