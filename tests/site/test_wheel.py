"""The package as it is installed: in an empty folder it builds a site with the default theme."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sample import ROOT
from small import write_small_content


def test_an_installed_wheel_builds_a_small_site_in_an_empty_folder(tmp_path: Path) -> None:
    # Given the wheel, unpacked where nothing of the checkout is seen
    wheels, installed, here = tmp_path / "wheels", tmp_path / "installed", tmp_path / "here"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(wheels), str(ROOT)],
                   check=True)  # fmt: skip
    wheel = next(wheels.glob("*.whl"))
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--target", str(installed), str(wheel)],
                   check=True)  # fmt: skip
    # And a folder with a small content and no theme
    write_small_content(here / "content")
    # When it is built
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); import pavilion_gen; " \
           f"assert pavilion_gen.__file__.startswith({str(installed)!r}); " \
           "from pavilion_gen.cli.main import main; main(['build', '--at', '2026-11-25'])"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, text=True,
                          check=False)  # fmt: skip
    # Then every link carries the path of the base address, and the page is in both languages
    assert done.returncode == 0, done.stderr
    page = (here / "output" / "zh" / "gb" / "products" / "black-tea" / "index.html").read_text()
    assert 'href="/shop/en/gb/products/black-tea/"' in page
    assert 'lang="zh-Hans"' in page
    assert (here / "output" / "en" / "gb" / "index.html").is_file()
