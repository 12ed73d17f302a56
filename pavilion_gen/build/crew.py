"""Several processes that walk one road: forked, each with its own countries.

Every one runs the same function on what it inherited. At fixed points they share what they have
made; the first gives all of it to each. What a member raises, the first raises.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar

if TYPE_CHECKING:
    import socket

T = TypeVar("T")
_LENGTH = 8


class MemberLost(Exception):
    """A process of the crew ended without saying why: killed, or out of memory."""

    def __init__(self) -> None:
        super().__init__("A process of the build was killed, or ran out of memory.")


class _Gone(Exception):
    """There is nobody at the other end."""


class Shares(NamedTuple):
    """How many processes there are, and which of them owns what; without owners each has all."""

    size: int
    owners: Mapping[str, int] = MappingProxyType({})


class Crew:
    """One process's place in the crew. number: 0 is the first, which began it."""

    def __init__(self, number: int, shares: Shares, sockets: list[socket.socket]) -> None:
        self.number = number
        self.size = shares.size
        self.shares_countries = bool(shares.owners)
        self._owners = shares.owners
        self._sockets = sockets  # of the first: one a member; of a member: to the first

    @property
    def is_first(self) -> bool:
        return self.number == 0

    def owns(self, code: str) -> bool:
        """Whether a country is this process's own; what nobody owns is the first's."""
        return not self.shares_countries or self._owners.get(code, 0) == self.number

    def share(self, mine: dict[str, bytes]) -> dict[str, bytes]:
        """What every process has made, for all of them."""
        if not self.shares_countries:
            return mine
        if not self.is_first:
            _send(self._sockets[0], mine)
            everything: dict[str, bytes] = _receive(self._sockets[0])
            return everything
        everything = self.gather(mine)
        for member in self._sockets:
            _send(member, everything)
        return everything

    def gather(self, mine: dict[str, bytes]) -> dict[str, bytes]:
        """What every process has made, for the first; the others have only their own."""
        if not self.is_first:
            _send(self._sockets[0], mine)
            return mine
        everything = dict(mine)
        for member in self._sockets:
            told = _receive(member)
            if isinstance(told, BaseException):
                raise told
            everything.update(told)
        return everything


def balanced(weights: Mapping[str, int], jobs: int) -> dict[str, int]:
    """Which process owns what, so that the heaviest load is light: largest first, to the least."""
    loads = [0] * jobs
    owners = {}
    for code in sorted(weights, key=lambda code: (-weights[code], code)):
        number = loads.index(min(loads))
        owners[code] = number
        loads[number] += weights[code]
    return owners


def run(shares: Shares, work: Callable[[Crew], T]) -> T:
    """Runs `work` in every process; what it returns in the first.

    Raises what any of them raised; MemberLost where one was killed.
    """
    if shares.size == 1:
        return work(Crew(0, shares, []))
    import socket

    sockets: list[socket.socket] = []
    children: list[int] = []
    try:
        for number in range(1, shares.size):
            ours, theirs = socket.socketpair()
            child = os.fork()
            if child == 0:
                _be_member(Crew(number, shares, [theirs]), [ours, *sockets], work)
            theirs.close()
            sockets.append(ours)
            children.append(child)
        return work(Crew(0, shares, sockets))
    except BaseException as fault:
        for child in children:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        if isinstance(fault, _Gone):
            raise MemberLost from fault
        raise
    finally:
        for one in sockets:
            one.close()
        for child in children:
            with suppress(ChildProcessError):
                os.waitpid(child, 0)


def _be_member(
    crew: Crew, others: Iterable[socket.socket], work: Callable[[Crew], Any]
) -> NoReturn:
    """The whole life of a forked process."""
    status = 0
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        for one in others:
            one.close()
        work(crew)
    except _Gone:
        status = 1  # the first is gone, or has given up
    except BaseException as fault:
        status = 1
        with suppress(Exception):
            _send(crew._sockets[0], _portable(fault))
    finally:
        os._exit(status)


def _portable(fault: BaseException) -> BaseException:
    """The fault, with its trace as a note, in a form that travels."""
    import traceback

    fault.add_note("".join(traceback.format_exception(fault)))
    try:
        pickle.loads(pickle.dumps(fault))
    except Exception:
        return RuntimeError("".join(traceback.format_exception(fault)))
    return fault


def _send(to: socket.socket, value: Any) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    try:
        to.sendall(len(data).to_bytes(_LENGTH, "big") + data)
    except ConnectionError as fault:
        raise _Gone from fault


def _receive(source: socket.socket) -> Any:
    length = int.from_bytes(_exactly(source, _LENGTH), "big")
    return pickle.loads(_exactly(source, length))


def _exactly(source: socket.socket, length: int) -> bytearray:
    data = bytearray(length)
    view = memoryview(data)
    done = 0
    while done < length:
        try:
            count = source.recv_into(view[done:])
        except ConnectionError as fault:
            raise _Gone from fault
        if not count:
            raise _Gone
        done += count
    return data
