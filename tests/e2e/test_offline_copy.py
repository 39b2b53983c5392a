"""The offline copy from a disk: proven like the site, readable and searchable without a server."""

import zipfile
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from generator.commands.verify import verify_site
from generator.config import Site
from generator.i18n.catalogue import load_catalogue
from generator.publish.offline import NAME
from generator.read.seeds import read_seeds

pytestmark = pytest.mark.journey

TEXTS = """
const parser = new DOMParser();
const plain = (html) => parser.parseFromString(html, "text/html").documentElement.textContent;
return window.briefingIndex.map((row) => plain(row.text).split(/\\s+/).join(" "));
"""


@pytest.fixture(scope="module")
def copy(seeds_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy, unpacked."""
    folder = tmp_path_factory.mktemp("offline")
    zipfile.ZipFile(seeds_site.site_dir / "data" / NAME).extractall(folder)
    return folder


def test_every_page_of_the_copy_is_proven(copy: Path, seeds_site: Site) -> None:
    """The proof covers the offline copy: the same words, and citations that lead to them."""
    documents = read_seeds(seeds_site.seeds_dir).documents
    proven = verify_site(copy, documents, catalogue=load_catalogue("en"), site_name=seeds_site.name)
    assert [str(f) for f in proven.failures] == []
    assert proven.citations > 300


@pytest.mark.browser
def test_the_copy_opens_from_a_disk(copy: Path, browser: Chrome) -> None:
    """A citation leads to its sentence and the search finds, with no message in the console."""
    browser.get(f"file://{copy}/index.html")
    browser.find_element(By.CSS_SELECTOR, "a.bf-cite").click()
    assert browser.find_element(By.CSS_SELECTOR, ".bf-sentence:target")
    browser.get(f"file://{copy}/search/index.html?q=immediately")
    titles = browser.find_elements(By.CSS_SELECTOR, ".bf-results__title a")
    assert titles
    for line in browser.find_elements(By.CSS_SELECTOR, ".bf-results .bf-line"):
        words = line.text.removeprefix("… ").removesuffix(" …")
        assert any(f" {words} " in f" {text} " for text in browser.execute_script(TEXTS))
    titles[0].click()
    assert "index.html" in browser.current_url
    assert browser.get_log("browser") == []
