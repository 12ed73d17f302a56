"""Views through the windows of Spain, Türkiye and the countries of South-East Asia."""

from __future__ import annotations

import views_hills
import views_land
import views_sea

VIEWS: dict[str, str] = {
    cc: draw() for cc, draw in {**views_land.VIEWS, **views_sea.VIEWS, **views_hills.VIEWS}.items()
}
