"""Families of data are told by what their lines have in common; a text that tells is none."""

from collections.abc import Callable

import pytest

from generator.read.text_forms import find_form

STORY = "The council voted late on Tuesday to close the old bridge until the spring, a clerk said."


def lines(form: str, count: int = 8) -> str:
    """Lines of a form in which `{n}` is a number and `{d}` one digit."""
    return "\n".join(form.format(n=n * 37, d=n % 10) for n in range(1, count + 1))


FAMILIES: dict[str, tuple[str, ...]] = {
    "a log": (
        lines("12-May-2031 10:00:0{d}.123 INFO [main] org.ferry.Pump started {n}"),
        lines("12.05.2031 10:00:0{d} Pump started {n}"),
        lines("05/12/2031 10:00:0{d} PM - Pump started {n}"),
        lines("05-12 10:00:0{d}.123  1000  2000 I PumpManager: start {n}"),
        lines("[    {d}.123456] usb 1-1: new pump {n}"),
        lines('10.0.0.{d} - ada [12/May/2031:10:00:00 +0000] "GET /a/{n} HTTP/1.1" 200 0'),
        lines('ferry.example:80 10.0.0.{d} - - [12/May/2031:10:00:00 +0000] "GET / HTTP/1.1" 200'),
        "2031-05-12T10:00:00Z ERROR boom\n" + lines("\tat org.ferry.Pump.start(Pump.java:{n})"),
        lines("00{d}86a0 Mend the pump number {n}"),
        lines("-rw-r--r-- 1 ada users {n} May 12 10:00 pump{n}.txt"),
        lines("> X-Pump: {n}\n< HTTP/1.1 200 OK"),
    ),
    "a table": (
        lines("{n}, Ada Obi, Harbour, {d}"),
        lines("{n}; Ada Obi; Harbour; {d}"),
        lines('"{n}", "Ada Obi", "Harbour", "{d}"'),
        "name,price\n" + lines("Bridge {n},{d}"),
        "id,text,x\n" + lines('{n},"A line\nand another, with a comma",{d}'),
        lines("Bridge {n}      {d}      1900      open"),
        lines("0.0{n} 0.1{n} 0.2{n} 0.3{n}"),
        lines("Chapter {n} .................. {d}"),
        lines("https://ferry.example/a/{n}"),
        "| a | b |\n|---|---|\n" + lines("| {n} | {d} |"),
    ),
    "columns that stand side by side": (
        lines("is safe for cars until the fall and\tthat it will fight it in court. The"),
        lines("is safe for cars until the fall and | that it will fight it in court. The"),
        lines("   safe for cars until fall and no      will fight in court unless council"),
    ),
    "encoded data": (
        lines("5B6wfSJTH9YK4+ujSYTN/xJBRlMz{d}VKf"),
        lines("i_sAN!m$3Ad6q7Y0ah`xdtomq>i*rNhcRYiAI!vF(_>M0b`Z!<)N4F{d}"),
        lines("0xc5, 0x14, 0xb0, 0x68, 0xdb, 0x{d}1,"),
        lines("00000000-1234-5678-9abc-00000000000{d}"),
        lines("The council =E2=80=9Clate=E2=80=9D on=20Tuesday {n}="),
        lines("ACGTACGTACGTACGTACGTACGTACGTACGT"),
        "data:image/png;base64,eJs0yvVPLiIKzZQecbiNWDaGbQ2Fi2NUnpS",
    ),
    "program code": (
        "!function(e,t){" + "var a0=function(n){return n+0};" * 12 + "}(window);",
        ".a0{color:red;margin:0}" * 12,
        '#!/bin/bash\nset -e\nfor f in *.txt; do\n  echo "$f"\ndone',
        "(defun foo (x)\n  (let ((y 3))\n    (+ x y)))\n(defun bar (x)\n  (let ((z 4)) (+ x z)))",
        "INSERT INTO a VALUES\n" + lines("({n}, 'Obi', '2031-05-12'),"),
        lines("key_{n}: value {n}"),
        "[a]\nb = 1\nc = [\n 1,\n 2,\n]\nd = 3\ne = 4",
        lines('msgid "Bridge {n}"\nmsgstr "Pont {n}"'),
        "@article{a,\n title={Bridge},\n author={Obi},\n year=2031\n}",
        lines("TY  - NEWS\nTI  - Bridge {n}\nER  -"),
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Obi\nTEL:123\nEND:VCARD",
        "\\u003cp\\u003eThe council\\u003c/p\\u003e" * 4,
    ),
    "HTML": (lines(f"Link {{n}} <a href='/x/{{n}}'>{STORY}</a><br>"),),
    "XML": (f"<!-- a -->\n<!-- b -->\n<doc>\n<p>{STORY}</p>\n<p>{STORY}",),
    "an e-mail with its headers": (
        f"From ada@x.example Mon May 12 10:00:00 2031\nSubject: Bridge\n\n{STORY}",
        f"Von: Ada Obi <a@x.example>\nAn: desk@x.example\nBetreff: Brücke\n\n{STORY}",
        f"X-Mailer: Foo\nX-Spam: no\nFrom: a@x.example\n\n{STORY}",
    ),
}
CASES = [(name, text) for name, texts in FAMILIES.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), CASES)
def test_a_family_is_told(name: str, text: str) -> None:
    """Whatever program wrote it."""
    form = find_form(text, markdown=False)
    assert form
    assert form.name == name


OF_DATA = [(n, t) for n, t in CASES if n in ("a log", "a table", "program code", "encoded data")]


@pytest.mark.parametrize(("name", "text"), [case for case in OF_DATA if case[1][0] not in "|>#"])
def test_a_family_is_told_in_markdown(name: str, text: str) -> None:
    """A note without any mark of Markdown is what its lines are."""
    form = find_form(text, markdown=True)
    assert form
    assert form.name == name


TOLD = {
    "a live report": lines("10:00:0{d} The mayor said that bridge {n} will close, and went home."),
    "a live report with its day": lines("12.05.2031 10:00:0{d} The mayor said that it will close."),
    "a court's list": lines("Ada Obi, {n}, of Harbour, was fined $1{d} for speeding."),
    "a list of the dead": lines("OBI, Ada {n}, 8{d}; of Harbour; beloved mother; services Monday."),
    "a glossary": lines("Bridge{n} = a thing that crosses water, the mayor said."),
    "clauses without a blank": lines("He came;he saw;he left;he won."),
    "turns of talk": lines("Mayor: We will see what comes of it."),
    "turns with a tab": lines("OBI\tThe mayor said that the bridge is safe."),
    "money won": f"{STORY}\n" + lines("{d}. Ada Obi (Harbour) 5{d}0,258"),
    "a table below a paragraph": f"{STORY}\n" + lines("Harbour {n}     sunny     {d}0   15"),
    "an item a line": lines("* Nobody knows how long the closure will last."),
    "quoted lines": lines("> Nobody knows how long the closure will last."),
    "a contact": f"Contact: Ada Obi\nEmail: ada@x.example\nPhone: 123 4567\n\n{STORY}",
    "brackets": lines("The mayor said that the bridge is safe (AP)."),
    "Chinese": lines("市长周一表示，大桥将关闭，直到明年五月。"),
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD.keys())
@pytest.mark.parametrize("markdown", [False, True])
def test_what_tells_something_is_read(text: str, *, markdown: bool) -> None:
    """Sentences are an article, however alike their lines are."""
    assert find_form(text, markdown=markdown) is None


@pytest.mark.parametrize("mark", ["```\n{}\n```", "# Bridge\n\n{}", "{}\n\n> It is shut."])
def test_data_under_marks_of_markdown_is_read(mark: str) -> None:
    """A note may hold what it likes: its code is told by its fences."""
    text: Callable[[str], str] = mark.format
    assert find_form(text(lines("{n}, Ada Obi, Harbour, {d}")), markdown=True) is None
