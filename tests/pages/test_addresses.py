"""Where each thing stands."""

import pytest

from pavilion_gen.pages.addresses import Addresses


def test_an_address_is_made_of_its_steps() -> None:
    addresses = Addresses("https://pavilions.example/")

    assert addresses.to("zh", "fr", "products", "honey") == "/zh/fr/products/honey/"
    assert addresses.to("zh", "", "search") == "/zh/search/"
    assert addresses.to() == "/"


@pytest.mark.parametrize(
    "base_url", ["https://shop.example/de/pavilions/", "https://shop.example/de/pavilions"]
)
def test_a_site_below_a_path_has_it_before_every_address(base_url: str) -> None:
    addresses = Addresses(base_url)

    address = addresses.to("zh", "fr")

    assert address == "/de/pavilions/zh/fr/"
    assert addresses.absolute(address) == "https://shop.example/de/pavilions/zh/fr/"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/sub/", "index.html"),
        ("/sub/zh/fr/", "zh/fr/index.html"),
        ("/sub/404.html", "404.html"),
    ],
)
def test_the_file_that_answers_at_an_address_knows_no_path_of_the_host(
    address: str, file: str
) -> None:
    assert Addresses("https://shop.example/sub/").file(address) == file


def test_a_port_belongs_to_the_host() -> None:
    assert Addresses("http://localhost:8000").absolute("/zh/") == "http://localhost:8000/zh/"
