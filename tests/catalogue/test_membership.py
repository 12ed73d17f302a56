"""Merchants are judged by the declared criteria, and told why."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from pavilion_gen.catalogue.membership import Judged, edges, expires_soon, judge
from pavilion_gen.model.country import Channel, Evidence, Merchant
from pavilion_gen.model.site import Criteria, Criterion

PARIS = ZoneInfo("Europe/Paris")
AT = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
SHOP = Criterion("shop", {}, channel=("tmall", "tmall-global"))
MARK = Criterion("trademark", {}, evidence="trademark")
SPEED = Criterion("dispatch", {}, field="dispatch_hours", at_most=Decimal(72))


def merchant(*evidence: Evidence, platform: str = "tmall", hours: int | None = 48) -> Merchant:
    return Merchant(
        "ruche", {}, channels=(Channel(platform, "https://a.example/"),), evidence=evidence,
        dispatch_hours=None if hours is None else Decimal(hours),
    )  # fmt: skip


def mark(expires: date | None = None, *, review: bool = False) -> Evidence:
    return Evidence("trademark", "TM-1", expires=expires, under_review=review)


def judged(one: Merchant, *rules: Criterion, at: datetime = AT) -> Judged:
    return judge(one, Criteria({}, rules), at, PARIS)


@pytest.mark.parametrize(
    ("one", "rule", "membership", "reason"),
    [
        (merchant(), SHOP, "member", "met"),
        (merchant(platform="own-site"), SHOP, "rejected", "no-channel"),
        (merchant(hours=72), SPEED, "member", "met"),
        (merchant(hours=73), SPEED, "rejected", "too-much"),
        (merchant(hours=None), SPEED, "rejected", "absent"),
        (merchant(mark()), MARK, "member", "met"),
        (merchant(mark(date(2029, 5, 2))), MARK, "member", "met"),
        (merchant(mark(date(2026, 11, 1))), MARK, "pending", "expired"),
        (merchant(mark(review=True)), MARK, "pending", "under-review"),
        (merchant(), MARK, "rejected", "absent"),
        (merchant(Evidence("service", "S-1")), MARK, "rejected", "absent"),
    ],
)
def test_each_verdict_has_its_reason(
    one: Merchant, rule: Criterion, membership: str, reason: str
) -> None:
    found = judged(one, rule)

    assert found.membership == membership
    assert found.is_member is (membership == "member")
    assert [(v.criterion, v.reason) for v in found.verdicts] == [(rule.id, reason)]


def test_without_criteria_everyone_is_a_member() -> None:
    assert judge(merchant(platform="own-site", hours=None), None, AT, PARIS).is_member


def test_one_criterion_that_is_not_met_outweighs_one_that_is_pending() -> None:
    expired = merchant(mark(date(2020, 1, 1)), hours=100)

    assert judged(expired, MARK).membership == "pending"
    assert judged(expired, MARK, SPEED, SHOP).membership == "rejected"


def test_the_best_of_several_documents_counts() -> None:
    one = merchant(
        mark(date(2020, 1, 1)), mark(review=True), mark(date(2028, 1, 1)), mark(date(2027, 1, 1))
    )

    [verdict] = judged(one, MARK).verdicts

    assert verdict.verdict == "met"
    assert verdict.evidence == mark(date(2028, 1, 1))


def test_a_document_holds_to_the_end_of_its_day_in_the_country() -> None:
    one = merchant(mark(date(2026, 11, 25)))

    assert judged(one, MARK, at=datetime(2026, 11, 25, 22, 59, tzinfo=UTC)).is_member
    assert not judged(one, MARK, at=datetime(2026, 11, 25, 23, 0, tzinfo=UTC)).is_member
    assert edges(one, PARIS) == [datetime(2026, 11, 25, 23, 0, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("expires", "soon"),
    [(date(2026, 11, 25), True), (date(2027, 2, 22), True), (date(2027, 2, 23), False)],
)
def test_evidence_that_runs_out_within_ninety_days_is_named(expires: date, soon: bool) -> None:
    named = expires_soon(judged(merchant(mark(expires)), MARK), AT)

    assert [criterion for criterion, _ in named] == (["trademark"] if soon else [])
