"""Several processes that walk one road: what each has made is shared, and none is left behind."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavilion_gen.build.crew import Crew, MemberLost, Shares, balanced, run
from pavilion_gen.materials.theme_files import ThemeFault

THREE = Shares(3, {"fr": 0, "gb": 1, "nz": 2, "th": 1})


@pytest.fixture(autouse=True)
def nobody_is_left() -> Iterator[None]:
    """However it ends, no process of the crew runs on, and none waits to be asked how it ended."""
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def own(team: Crew) -> dict[str, bytes]:
    """What a process has made of its countries: it says which process that was."""
    return {code: f"{code} by {team.number}".encode() for code in THREE.owners if team.owns(code)}


ALL = {"fr": b"fr by 0", "gb": b"gb by 1", "nz": b"nz by 2", "th": b"th by 1"}


class TestSharing:
    def test_what_all_have_made_is_there_for_the_first(self) -> None:
        assert run(THREE, lambda team: team.gather(own(team))) == ALL

    def test_and_where_it_is_shared_for_each_of_them(self) -> None:
        def work(team: Crew) -> dict[str, bytes]:
            shared = team.share(own(team))
            return team.gather({str(team.number): repr(sorted(shared.items())).encode()})

        told = run(THREE, work)

        assert told == dict.fromkeys(("0", "1", "2"), repr(sorted(ALL.items())).encode())

    def test_of_what_is_gathered_the_others_have_only_their_own(self) -> None:
        def work(team: Crew) -> dict[str, bytes]:
            gathered = team.gather(own(team))
            return team.gather({str(team.number): repr(sorted(gathered)).encode()})

        told = run(THREE, work)

        assert (told["1"], told["2"]) == (b"['gb', 'th']", b"['nz']")

    def test_it_may_be_done_many_times_with_much(self) -> None:
        def work(team: Crew) -> int:
            total = 0
            for number in range(10):
                shared = team.share({code: bytes(200_000 + number) for code in own(team)})
                total += sum(map(len, shared.values()))
            return total

        assert run(THREE, work) == sum(4 * (200_000 + number) for number in range(10))

    def test_nothing_may_be_shared(self) -> None:
        assert run(THREE, lambda team: team.share({})) == {}

    def test_each_process_is_another(self) -> None:
        def work(team: Crew) -> dict[str, bytes]:
            return team.gather({str(team.number): str(os.getpid()).encode()})

        assert len(set(run(THREE, work).values())) == 3

    def test_what_nobody_owns_is_the_first_s(self) -> None:
        def work(team: Crew) -> dict[str, bytes]:
            return team.gather({str(team.number): str(team.owns("se")).encode()})

        assert run(THREE, work) == {"0": b"True", "1": b"False", "2": b"False"}

    def test_alone_there_is_nobody_to_share_with(self) -> None:
        def work(team: Crew) -> dict[str, bytes]:
            assert team.is_first
            assert team.owns("fr")
            return {**team.share({"a": b"1"}), **team.gather({"b": b"2"})}

        assert run(Shares(1), work) == {"a": b"1", "b": b"2"}

    def test_without_owners_each_has_all_and_needs_nothing_of_the_others(self) -> None:
        def work(team: Crew) -> dict[str, bytes]:
            assert team.owns("fr")
            mine = {f"{team.number} of {team.size}": b"x"}
            assert team.share(mine) == mine
            return team.gather(mine)

        assert run(Shares(2), work) == {"0 of 2": b"x", "1 of 2": b"x"}

    def test_a_closed_pipe_of_the_work_s_own_is_no_lost_member(self) -> None:
        def work(team: Crew) -> None:
            raise BrokenPipeError

        with pytest.raises(BrokenPipeError):
            run(Shares(1), work)


class TestFaults:
    def test_what_a_member_raises_is_raised_with_where_it_was(self) -> None:
        def work(team: Crew) -> None:
            if team.owns("nz"):
                raise ThemeFault("embassy.html, line 2: there is no `titel`")
            team.share({})

        with pytest.raises(ThemeFault, match=r"embassy\.html, line 2") as raised:
            run(THREE, work)
        assert "in work" in "".join(raised.value.__notes__)

    def test_so_is_what_it_raises_while_the_first_waits_for_another(self) -> None:
        def work(team: Crew) -> None:
            if team.number == 2:
                raise ThemeFault("of the second")
            if team.number == 1:
                time.sleep(0.2)
            team.share({})
            team.share({})

        with pytest.raises(ThemeFault, match="of the second"):
            run(THREE, work)

    def test_a_fault_that_cannot_travel_is_told_in_words(self) -> None:
        class Local(Exception):
            pass

        def work(team: Crew) -> None:
            if team.number == 1:
                raise Local("of no other process")
            team.share({})

        with pytest.raises(RuntimeError, match="of no other process"):
            run(THREE, work)

    def test_what_the_first_raises_ends_all(self, tmp_path: Path) -> None:
        def work(team: Crew) -> None:
            if team.is_first:
                raise ThemeFault("of the first")
            team.share({})
            (tmp_path / "went on").touch()

        with pytest.raises(ThemeFault, match="of the first"):
            run(THREE, work)
        assert not (tmp_path / "went on").exists()

    def test_members_that_are_at_work_when_another_fails_are_ended(self) -> None:
        def work(team: Crew) -> None:
            if team.number == 1:
                raise ThemeFault("early")
            if team.number == 2:
                time.sleep(600)
            team.share({})

        with pytest.raises(ThemeFault, match="early"):
            run(THREE, work)

    @pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    def test_a_member_that_is_killed_is_lost(self, number: signal.Signals) -> None:
        def work(team: Crew) -> dict[str, bytes]:
            if team.number == 1:
                os.kill(os.getpid(), number)
                time.sleep(600)
            return team.share(own(team))

        with pytest.raises(MemberLost, match="was killed, or ran out of memory"):
            run(THREE, work)

    def test_so_is_one_that_is_killed_after_it_has_shared(self) -> None:
        def work(team: Crew) -> dict[str, bytes]:
            team.share(own(team))
            if team.number == 2:
                os.kill(os.getpid(), signal.SIGKILL)
            return team.gather(own(team))

        with pytest.raises(MemberLost):
            run(THREE, work)

    def test_and_one_that_is_killed_while_it_sends(self) -> None:
        def work(team: Crew) -> dict[str, bytes]:
            if team.number == 1:
                signal.setitimer(signal.ITIMER_REAL, 0.2)  # the first does not listen yet
                return team.share({"gb": bytes(50_000_000)})
            if team.is_first:
                time.sleep(0.5)
            return team.share({})

        with pytest.raises(MemberLost):
            run(THREE, work)

    def test_a_member_that_is_asked_to_exit_is_told_as_such(self) -> None:
        def work(team: Crew) -> None:
            if team.number == 1:
                raise SystemExit(3)
            team.share({})

        with pytest.raises(SystemExit):
            run(THREE, work)

    def test_an_interrupt_ends_all(self) -> None:
        def work(team: Crew) -> None:
            if team.is_first:
                os.kill(os.getpid(), signal.SIGINT)
            time.sleep(600)

        with pytest.raises(KeyboardInterrupt):
            run(THREE, work)

    def test_so_does_one_while_the_first_waits(self) -> None:
        first = os.getpid()

        def work(team: Crew) -> None:
            if team.number == 2:
                time.sleep(0.2)
                os.kill(first, signal.SIGINT)
                time.sleep(600)
            if team.number == 1:
                time.sleep(600)
            team.share({})

        with pytest.raises(KeyboardInterrupt):
            run(THREE, work)


class TestBalance:
    def test_the_largest_stand_alone(self) -> None:
        weights = {"fr": 100, "gb": 40, "nz": 35, "th": 30}

        assert balanced(weights, 2) == {"fr": 0, "gb": 1, "nz": 1, "th": 1}

    def test_equal_ones_are_dealt_out_in_the_order_of_their_names(self) -> None:
        assert balanced({"c": 1, "b": 1, "a": 1}, 2) == {"a": 0, "b": 1, "c": 0}

    def test_of_nothing_nobody_owns_anything(self) -> None:
        assert balanced({}, 4) == {}

    @given(
        st.dictionaries(st.text(max_size=3), st.integers(0, 1000), max_size=20), st.integers(1, 8)
    )
    def test_no_load_is_more_than_an_even_one_and_the_largest_part(
        self, weights: dict[str, int], jobs: int
    ) -> None:
        owners = balanced(weights, jobs)

        assert owners.keys() == weights.keys()
        assert set(owners.values()) <= set(range(jobs))
        loads = [
            sum(weights[code] for code, owner in owners.items() if owner == number)
            for number in range(jobs)
        ]
        assert max(loads) <= sum(weights.values()) / jobs + max(weights.values(), default=0)
