"""Merchants judged by the programme's declared criteria."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import msgspec

from pavilion_gen.model.country import Evidence, Merchant
from pavilion_gen.model.moment import closing
from pavilion_gen.model.site import Criteria, Criterion

EXPIRES_SOON = timedelta(days=90)


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """How a merchant meets one criterion.

    verdict: met, pending or not-met. reason: met, under-review, expired, absent, too-much,
    no-channel. evidence: the document it rests on; expires: the instant (UTC) it runs out.
    """

    criterion: str
    verdict: str
    reason: str
    evidence: Evidence | None = None
    value: Decimal | None = None
    expires: datetime | None = None


class Judged(msgspec.Struct, frozen=True, gc=False):
    """A merchant with its verdicts. membership: member, pending or rejected."""

    merchant: Merchant
    membership: str
    verdicts: tuple[Verdict, ...]

    @property
    def is_member(self) -> bool:
        return self.membership == "member"


def judge(merchant: Merchant, criteria: Criteria | None, at: datetime, zone: ZoneInfo) -> Judged:
    """The membership of a merchant at the instant `at`; without criteria everyone is a member.

    Every criterion met: member. One not met: rejected. Else, one pending: pending.
    """
    if criteria is None:
        return Judged(merchant, "member", ())
    verdicts = tuple(_verdict(merchant, rule, at, zone) for rule in criteria.criteria)
    states = {verdict.verdict for verdict in verdicts}
    membership = (
        "rejected" if "not-met" in states else "pending" if "pending" in states else "member"
    )
    return Judged(merchant, membership, verdicts)


def _verdict(merchant: Merchant, rule: Criterion, at: datetime, zone: ZoneInfo) -> Verdict:
    if rule.channel:
        has = any(channel.platform in rule.channel for channel in merchant.channels)
        return Verdict(rule.id, "met" if has else "not-met", "met" if has else "no-channel")
    if rule.at_most is not None:
        value = getattr(merchant, rule.field, None)
        if value is None:
            return Verdict(rule.id, "not-met", "absent")
        met = value <= rule.at_most
        return Verdict(rule.id, "met" if met else "not-met", "met" if met else "too-much",
                       value=value)  # fmt: skip
    return _evidence_verdict(merchant, rule, at, zone)


def _evidence_verdict(merchant: Merchant, rule: Criterion, at: datetime, zone: ZoneInfo) -> Verdict:
    shown = [evidence for evidence in merchant.evidence if evidence.kind == rule.evidence]
    best: Verdict | None = None
    for evidence in shown:
        expires = closing(evidence.expires, zone) if evidence.expires else None
        if evidence.under_review:
            verdict = Verdict(rule.id, "pending", "under-review", evidence)
        elif expires is not None and expires <= at:
            verdict = Verdict(rule.id, "pending", "expired", evidence, expires=expires)
        else:
            verdict = Verdict(rule.id, "met", "met", evidence, expires=expires)
        if best is None or _rank(verdict) > _rank(best):
            best = verdict
    return best or Verdict(rule.id, "not-met", "absent")


def _rank(verdict: Verdict) -> tuple[bool, datetime]:
    return verdict.verdict == "met", verdict.expires or datetime.max.replace(tzinfo=UTC)


def edges(merchant: Merchant, zone: ZoneInfo) -> list[datetime]:
    """The instants (UTC) at which an evidence of the merchant expires."""
    return [closing(e.expires, zone) for e in merchant.evidence if isinstance(e.expires, date)]


def expires_soon(judged: Judged, at: datetime) -> list[tuple[str, datetime]]:
    """(criterion, instant) of a member's evidence that runs out within 90 days."""
    return [
        (verdict.criterion, verdict.expires)
        for verdict in judged.verdicts
        if verdict.expires is not None and at < verdict.expires <= at + EXPIRES_SOON
    ]
