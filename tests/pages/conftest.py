"""One plan that many tests look at."""

import pytest

from pages.sites import WHOLE, SitePlan, plan


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> SitePlan:
    """The plan of the whole small site. Nothing can change it: plans are frozen."""
    return plan(tmp_path_factory.mktemp("whole"), WHOLE)
