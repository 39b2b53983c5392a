"""Programs, histories, dumps, records and subtitles are told by their lines, whatever they say."""

import pytest

from generator.read.text_forms import find_form

STORY = "The council voted late on Tuesday to close the old bridge until the spring, a clerk said."
RUBY = """require 'json'

class Ferry < Vessel
  attr_reader :name, :seats

  def initialize(name, seats)
    @name = name
    @seats = seats
  end

  def full?
    @passengers.size >= seats
  end
end
"""
HASKELL = """import qualified Data.Map as Map

data Bridge = Open | Closed Int
  deriving (Show, Eq)

isOpen :: Bridge -> Bool
isOpen Open = True
isOpen (Closed _) = False

main :: IO ()
main = do
  let bridges = [Open, Closed 3]
  print (length bridges)
"""
LUA = """local ferry = {}

function ferry.run(name)
  for i = 1, 10 do
    if open then
      print(name, i)
    end
  end
  return open
end
"""
OCAML = """let is_open = function
  | Open -> true
  | Closed _ -> false

let rec count = function
  | [] -> 0
  | x :: rest -> (if is_open x then 1 else 0) + count rest
"""
PASCAL = """program Ferry;
var
  i: integer;
begin
  for i := 1 to 10 do
    writeln('The ferry runs');
end.
"""
LOG = f"""commit 3f2a1b9c0d4e5f60718293a4b5c6d7e8f9012345
Author: Ada Obi <ada@norwick.example>
Date:   Mon May 12 10:00:00 2031 +0200

    {STORY}

    {STORY}
"""
BRANCHES = """* 3f2a1b9 (HEAD -> main) Close the old bridge
*   4f2a1b9 Merge branch 'ferry'
|\\
| * 5a2a1b9 Mend the pump
| * 6f2a1b9 Add a ferry
|/
* 7f2a1b9 First version
"""
CONTEXT = """*** bridge.txt 2031-05-12 10:00:00
--- bridge2.txt 2031-05-13 10:00:00
***************
*** 1,4 ****
  The bridge is open.
! It will close in May.
--- 1,4 ----
  The bridge is open.
! It will close in June.
"""
NORMAL = """2c2
< It will close in May.
---
> It will close in June.
7a8
> The ferry stops.
"""
DUMP = """-- MySQL dump 10.13
DROP TABLE IF EXISTS `bridges`;
CREATE TABLE `bridges` (
  `id` int NOT NULL AUTO_INCREMENT,
  `story` text,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `bridges` VALUES (1,'The council voted, a clerk said.');
INSERT INTO `bridges` VALUES (2,'It will open in May.');
"""
COPIED = f"""SET lock_timeout = 0;
SET client_encoding = 'UTF8';
CREATE TABLE public.bridges (
    id integer NOT NULL,
    story text
);
ALTER TABLE public.bridges OWNER TO ada;
COPY public.bridges (id, story) FROM stdin;
1\t{STORY}
2\t{STORY}
\\.
"""
TEX = (
    "\\documentclass{article}\n\\usepackage{graphicx}\n\\title{The bridge}\n\\begin{document}\n"
    + f"{STORY}~\\cite{{obi}}\n\n" * 6
    + "\\end{document}\n"
)
MANUAL = """.TH FERRY 1 "May 2031"
.SH NAME
ferry \\- run the ferry
.SH DESCRIPTION
.PP
Runs the ferry until midnight.
"""
MOVES = """1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7 6. Re1 b5 7. Bb3 d6
8. c3 O-O 9. h3 Nb8 10. d4 Nbd7 11. c4 c6 12. cxb5 axb5 13. Nc3 Bb7
14. Bg5 b4 15. Nb1 h6 16. Bh4 c5 17. dxe5 Nxe4 18. Bxe7 Qxe7 19. exd6 Qf6
20. Nbd2 Nxd6 21. Nc4 Nxc4 22. Bxc4 Nb6 1-0
"""
GAME = f"""[Event "Norwick Open"]
[Site "Norwick"]
[White "Obi, Ada"]
[Result "1-0"]

1. e4 {{{STORY}}} 1-0
"""
TREE = """0 HEAD
1 SOUR Ferry
0 @I1@ INDI
1 NAME Ada /Obi/
1 BIRT
2 DATE 12 MAY 1931
0 TRLR
"""
FILES = """.
├── bridge
│   ├── old.txt
│   └── new.txt
└── README.md
"""
PHONES = """Ada Obi: +44 20 7946 0101
Li Wei: +44 20 7946 0102
Harbour office: 555-0104
Police (020) 7946-0105
"""
WEATHER = """METAR EGLL 121020Z 24010KT 9999 FEW030 15/08 Q1015
METAR EGKK 121020Z 24012KT 9999 SCT030 14/08 Q1015
METAR EGSS 121020Z 23010KT 9999 BKN020 13/09 Q1014
METAR EGCC 121020Z 25008KT 8000 OVC012 11/10 Q1012
"""
UNTIMED = """1
We have to go now.

2
The bridge is closed.

3
Nobody told me
that it would be.

4
Then let us take the ferry.
"""
SUNG = """[ti:The bridge]
[00:12.00]The bridge is closed.
[00:17.20]And nobody knows why.
[00:21.10]The ferry runs till midnight.
[00:24.00]And I am still here.
"""
FRAMES = """{0}{50}The bridge is closed.
{51}{100}Nobody knows why.
{101}{150}The ferry runs.
{151}{200}Until midnight.
"""
TRANSLATED = """msgid ""
msgstr ""
"Language: fr\\n"

#: a.py:3
msgid "Bridge"
msgstr "Pont"

msgid "Ferry"
msgstr "Bac"
"""
CASES = {
    "Ruby": ("program code", RUBY),
    "Haskell": ("program code", HASKELL),
    "Lua": ("program code", LUA),
    "OCaml": ("program code", OCAML),
    "Pascal": ("program code", PASCAL),
    "a history": ("a log", LOG),
    "a history of branches": ("a log", BRANCHES),
    "changes with what stands around them": ("program code", CONTEXT),
    "changes alone": ("program code", NORMAL),
    "a dump of statements": ("program code", DUMP),
    "a dump of rows": ("program code", COPIED),
    "TeX": ("typesetting code", TEX),
    "a manual": ("typesetting code", MANUAL),
    "a game": ("records or a list", GAME),
    "a game's moves": ("records or a list", MOVES),
    "a family tree": ("records or a list", TREE),
    "a drawn tree": ("records or a list", FILES),
    "telephone numbers": ("records or a list", PHONES),
    "codes": ("records or a list", WEATHER),
    "subtitles without times": ("subtitles", UNTIMED),
    "subtitles of a song": ("subtitles", SUNG),
    "subtitles by pictures": ("subtitles", FRAMES),
    "translations": ("program code", TRANSLATED),
}


@pytest.mark.parametrize(("name", "text"), CASES.values(), ids=CASES.keys())
def test_a_family_is_told(name: str, text: str) -> None:
    """By what its lines have in common, whatever it is about."""
    form = find_form(text, markdown=False)
    assert form
    assert form.name == name


TOLD = {
    "resolutions": f"WHEREAS {STORY[:-1]};\n" * 5,
    "a poem in small letters": "the bridge is closed\nand i am here\nwe wait\nfor you\nand spring",
    "items in small letters": "* a ferry\n* a bridge\n* two pumps\n* one clerk\n* the mayor",
    "tags of a post": "#norwick\n#bridge\n#ferry\n#spring",
    "a countdown": f"1\n{STORY}\n\n2\n{STORY}\n\n3\n{STORY}\n\n4\n{STORY}\n",
    "stanzas with numbers": "".join(f"{n}\nwe\nwait\nfor\nspring\n" for n in range(1, 6)),
    "standings": "\n".join(f"Norwick {n} 3 2 0 1 5 2 {n}" for n in range(1, 9)).replace(" 1 3", ""),
    "days of a programme": "\n".join(f"2031-05-{n} The council votes" for n in range(11, 17)),
    "spans of years": "\n".join(f"Mayor Obi 20{n}-20{n + 4}" for n in range(11, 17)),
    "stamps of a talk": "\n".join(f"[00:00:0{n}] Obi: We shall see." for n in range(1, 7)),
    "TeX in a note": f"{STORY}\n\n\\begin{{align}}x\\end{{align}}\n\n{STORY} \\emph{{so}}\n",
    "a page with its links": (
        "[ Skip ](#story)\n\n  * [ Home ](https://a.example/)\n  * [ Sport ](https://a.example/s)\n"
        "\n#  Old bridge closed\n\n[ Ada Obi ](https://a.example/ada)\n\n12 May 2031\n"
        f"\n{STORY}\n\n{STORY}\n"
    ),
    "lines that begin small": "\n".join(f"and then we saw bridge {n} again" for n in range(6)),
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD.keys())
@pytest.mark.parametrize("markdown", [False, True])
def test_what_somebody_wrote_for_readers_is_read(text: str, *, markdown: bool) -> None:
    """Verse, lists, standings and resolutions are text, however alike their lines are."""
    assert find_form(text, markdown=markdown) is None
