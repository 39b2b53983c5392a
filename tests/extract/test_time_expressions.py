"""Time expressions in their sentences: the clause that a date tells of, and its tense."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest
from dated import annotate
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.time_expressions import find_time_expressions
from generator.language.lexicons import Lexicon
from generator.language.pipeline import LanguageModel
from generator.model.text import Document, Metadata, Parse, Sentence, Zone
from generator.model.zones import NEWS
from generator.read.seeds import read_seeds

MakeSeeds = Callable[[Mapping[str, str | bytes]], Path]


def make(text: str) -> Document:
    """A document of one paragraph, which is one sentence."""
    zone = Zone(0, len(text), "body", "running_text", 1)
    sentence = Sentence("s-one", 0, len(text), 1, "body")
    return Document(
        "one", "one.txt", "text/plain", "", "", text, "en", Metadata(), (zone,), (sentence,)
    )


TENSES = [
    ("The minister resigned on Friday.", "Friday", "past;strict"),
    ("The minister will resign on Friday.", "Friday", "future;strict"),
    ("The minister is expected to resign on Friday.", "Friday", "future"),
    ("The offer is scheduled to expire on Friday.", "Friday", "future"),
    ("The vote was postponed until Friday.", "Friday", "future"),
    ("The May 3 shooting angered the families.", "May 3", "past"),
    ("The May 3 deadline angered the families.", "May 3", "future"),
    ("It reported a loss for the year ended Jan. 31.", "Jan. 31", "past;strict"),
    ("They will keep to a June agreement.", "June", ""),
    ("The fee is payable Dec. 18.", "Dec. 18", "future"),
    ("Friday is a holiday.", "Friday", ""),
]


@pytest.mark.parametrize(("text", "words", "tense"), TENSES)
def test_the_verb_says_whether_it_is_past(
    text: str, words: str, tense: str, model: LanguageModel
) -> None:
    """A date hangs on a verb, and the verb's tense says on which side of the present it lies."""
    found = {e.text: e for e in annotate(make(text), model).time_expressions}
    assert found[words].pattern.partition(";")[2] == tense


LOOKALIKES = [
    "Theresa May resigned.",
    "June Osei said that the hall was warm. Mrs May thanked them.",
    "Mrs May praised the close ties of the towns. Theresa May may leave.",
    "May the best boat win.",
    "Flight 1985 was late. Room 2024 is shut. Page 1999 was torn.",
    "The 1500 metres were won by Li Wei.",
    "A nurse said that bed 1830 was free.",
    "The guard wanted 1900 more.",
    "Dr March, who owns the mill, was away.",
    "May I ask why?",
    "Some 2000 people marched on.",
    "She spoke on the BBC's “This Week” programme about the talks.",
    "The 67-year-old sat down.",
    "Ada Obi told “Today” that it rained.",
    "NORWICK TODAY reported that it rained.",
    "Earlier the paper Norwick Today said that the hall was warm.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_only_looks_like_a_date(text: str, model: LanguageModel) -> None:
    """Names, verbs, programmes and numbers of things are no dates."""
    assert annotate(make(text), model).time_expressions == ()


@pytest.mark.parametrize(
    "text",
    ["Ada Obi left today.", "Today Ada Obi left.", "NORWICK Mayor Says TODAY Is the Day"],
)
def test_a_day_behind_a_name_is_a_day(text: str, model: LanguageModel) -> None:
    """Where it has small letters, begins its sentence, or all has capitals."""
    found = annotate(make(text), model).time_expressions
    assert [e.text.lower() for e in found] == ["today"]


@pytest.mark.parametrize(
    "text",
    ["The harvest 2019 was poor.", "The election 2016 was close.", "The season 1999 was long."],
)
def test_what_is_named_by_its_year_keeps_it(text: str, model: LanguageModel) -> None:
    """A noun with an article, or for what happens, is told apart by a year and not by a number."""
    found = annotate(make(text), model).time_expressions
    assert [e.text.split()[-1] for e in found] == [text.split()[2]]


def test_a_day_beside_an_event_takes_in_its_name(model: LanguageModel) -> None:
    """*The day before the Trump-Putin call* is one expression."""
    text = (
        "Its will was emphasised the day before the Trump-Putin call. Russia sent its drones, too."
    )
    document = make(text)
    ends = (text.index(" Russia"), len(text))
    sentences = (
        Sentence("s-one", 0, ends[0], 1, "body"),
        Sentence("s-two", ends[0] + 1, ends[1], 1, "body"),
    )
    document = msgspec.structs.replace(document, sentences=sentences, warnings=())
    found = annotate(document, model).time_expressions
    assert [e.text for e in found] == ["the day before the Trump-Putin call"]


def test_boilerplate_has_no_dates(make_seeds: MakeSeeds, model: LanguageModel) -> None:
    """Nothing is found in zones that are set aside, in the seeds nor elsewhere."""
    text = "The talks ended on May 19, 2025.\n\nSign up for our newsletters by May 20, 2025\n"
    for document in read_seeds(make_seeds({"a.txt": text})).documents:
        zones = [z for z in document.zones if z.kind not in NEWS]
        for found in annotate(document, model).time_expressions:
            assert not any(z.start <= found.span.start < z.end for z in zones)


def test_ids_are_unique_and_survive_edits_elsewhere(
    make_seeds: MakeSeeds, model: LanguageModel
) -> None:
    """Equal words get an ordinal; a paragraph put before them changes no id."""
    text = "They met on Friday. They met on Friday. They met on Monday."
    ids = []
    for content in (text, f"It rained in the whole country.\n\n{text}"):
        document = read_seeds(make_seeds({"a.txt": content})).documents[0]
        ids.append([e.id for e in annotate(document, model).time_expressions])
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 3


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("May 19,201Fridays’(.)last wek the\n"), max_size=80))
def test_unparsed_text_is_read_all_the_same(text: str) -> None:
    """Without a parse there are dates but no clauses, and what is exported is verbatim."""
    document = make(text)
    for found in find_time_expressions(document, Parse("one", ()), lexicon=Lexicon("en")):
        assert found.text == text[found.span.start : found.span.end]
        assert found.clause is None


TOLD = [
    "<Ministerial talks on the ferry ended [on Wednesday] after Idris Bello walked out>.",
    "<In [March 2019], a gunman wounded three people in Port Elen>.",
    "<Amara Nwosu, who runs the port, resigned on [Friday]>, and the board thanked her.",
    "<Police in Jos said that the bridge had collapsed on [March 3]>.",
    "<Speaking on [Monday] in Suva, Mere Tavola asked for calm>.",
    "<After the vote on [Tuesday], Liu Wen left the hall>.",
    "<Voters in Cusco will choose a mayor on [12 October 2031]>.",
    "However, <Kenji Mori left the party in [2016]>.",
    "Meanwhile, <sales of boats in Nuku were down in [2018], the biggest drop so far>.",
    "<Ada Obi had the boats of Tarn painted on [Monday]>.",
    "<Even in [2018] Ewa Nowak sold boats in Nuku>.",
    "<The dams of Jos were rebuilt last year, engineers said on [Monday]>.",
    "Also <[Monday], Ewa Nowak said that the mill would close>.",
    "<The funeral in Suva was on [Tuesday]>.",
    "<Boats sold from 1961 to [1964] earned 40 percent less in Tarn>.",
    "It was odd: <the mill in Tarn closed in [2005]>.",
    "This became more likely on [May 16], when <the first talks in Nuku ended badly>.",
    "<The wall of Nuku was last mended in [2019], when a barge ran into it>.",
    "When <the guards in Bamako went on strike on [Thursday]>, nobody came.",
    "<The judge in Graz plans to hear the case on [4 May 2030]>.",
    "<“I will stay,” Ewa Nowak told reporters on [Monday]>.",
    "<Hassan Aziz said on Tuesday that his brother had been freed on [Monday]>.",
    "But <Oksana Lys drove to Odesa on [Sunday]>.",
    "<US troops left the base in Doha in [2011]>.",
    "<An airline of Suva was founded in [1999]>.",
    "<Floods often strike Nuku, and a storm killed two men there in [1999]>.",
    "Even before <Adaeze Obi took the stage in Jos on [Tuesday]>, the mill sent a memo.",
    "After <senator Amina Sow beat Ben Lund by two votes in Kano in [2012]>, the mayor left Jos.",
    "<The court in Abuja has on [Monday] freed a trader>.",
    "A crowd in Jos cheered <Maria Silva, who left the port of Tarn on [Sunday]>.",
    "<Lena Okafor won by two votes in [Tuesday]'s primary in Cusco>.",
    "<A report published on [Thursday] warned Ben Lund of thieves in Suva>.",
    "<Ben Lund claimed the nomination on [Tuesday]>.",
    "<In a [May] interview with a paper in Riga, Olga Petrov praised the ferry>.",
    "<Ada Obi died while climbing a hill near Jos on [Saturday]>.",
    "<Ewa Nowak, 32, was killed in Tarn as she was crossing a road on [Friday]>.",
    "<Chen Wei was mending a net in Suva on [Thursday] when a wave hit the boat>.",
    "<Ben Lund was mending a net in Suva on [Monday] and fell>.",
    "<A plea was entered for Ben Lund during [Wednesday]'s hearing in Graz>.",
    "<In a [July] interview with a paper in Riga, Olga Petrov said that the ferry was late>.",
    "<The navy of Chad patrolling the lake on [Thursday] sank a boat>.",
    "<In [1989], soon after the mill closed, Amara Nwosu left Tarn>.",
    "<The last storm to hit Tarn was Gilda in [1964]>.",
    "<A doctor said that Idris Bello had begun to walk and been sent home in [May]>.",
]


@pytest.mark.parametrize("case", TOLD)
def test_a_date_tells_a_clause_that_is_read_alone(case: str, model: LanguageModel) -> None:
    """Between ``<`` and ``>``: finite, with its subject, and with its source where it has one."""
    wanted = re.sub(r"[\[\]]", "", re.search(r"<(.*)>", case)[1])  # type: ignore[index]  # the case has it
    date = re.search(r"\[(?:on )?(.*)\]", case)[1]  # type: ignore[index]  # the case has it
    document = make(re.sub(r"[\[\]<>]", "", case))
    found = {e.text: e for e in annotate(document, model).time_expressions}
    clause = found[date].clause
    assert clause is not None
    assert document.text[clause.start : clause.end].rstrip(".") == wanted
    assert clause.pronouns == ()


OF_SOMETHING_ELSE = [
    "Lena Okafor praised the [2014] treaty with Chad.",
    "He drove a [2007] Ford to Lagos.",
    "Police named the man who was fired [last week].",
    "Tomas Berg spoke of the [March] strike.",
    "The prices had risen before [May 3].",
    "Since the flood of [1953], the dikes have been higher.",
    "The mayor of Ufa, elected in [2012], is ill.",
    "If the dam bursts in [May], the valley is lost.",
    "Who paid for the road in [2016]?",
    "The ministry denied that troops had crossed the river on [Monday].",
    "The incident occurred on [Friday].",
    "We opened the shop in Minsk in [1999].",
    "This happened on [Friday].",
    "The festival's [2018] programme was printed in Riga.",
    "Ana Ruiz recalled her [July] visit.",
    "The first storm of [the year] has formed near Apia.",
    "[Monday's] paper was late again in Accra.",
    "Storms strike Nuku in every month but [May].",
    "The rains usually end in [October].",
    "Following a strike in [1990], exports from Nuku fell.",
    "The number of boats in Nuku will grow by half, counting from [1960].",
    "Mere Tavola reports from Suva ([Jan. 6, 2031]).",
    "Kenji Mori has led the party since [2016].",
    "In one such case, in [May 2019], a boat from Tarn sank.",
    "Ewa Nowak made these same claims in Oslo in [May].",
    "Until [1990], the mill in Tarn sold paper to Chad.",
    "Turnout in Cusco was up more than 70 percent from [2008].",
    "Farmers in Graz voted in lower numbers than in [2008].",
    "Ada Obi is not winning over farmers as Ben Lund did in [2012].",
    "The vote in Jos may have been affected by the strike [last week].",
    "If Ada Obi wins in Graz, as she did in [2012], against the odds, she can stay.",
    "Chen Wei named a council to prepare for what sailors call a miracle on [July 11].",
    "Ada Obi worked hard in the port that she won in [2012] and that made her rich.",
    "Police in Lima held the man who robbed the bank on [Monday].",
    "There was no ferry to board in Suva in [2005].",
    "The mayor of Graz seemed tired at the debate on [Saturday].",
    "“It is not over,” Ewa Nowak said on [Monday].",
    "Samir Haddad won there in [2008] because of the strike.",
    "Yusuf Demir opened a shop here in [1999].",
    "Farmers of Graz were backing Ada Obi in [May].",
    "[Thursday] was a quiet day in the port of Suva.",
    "Yusuf Demir led the mill in 1979, winning the cup of Jos in [1987].",
    "For [most of the 1980s] the council of Jos refused to pay.",
    "Mere Tavola worked in the mill of Suva throughout [1999].",
    "Farmers of Tarn cut the share of waste from 30 percent in [1970] to 10 percent.",
    "The aftermath from Hurricane Gilda in [1988] and Hugo last year taught officials a lesson.",
    "Kenji Mori owned a mill in Nuku in [1990].",
    "In 2007 Ewa Nowak won the cup of Jos after the fall of her rival in [2006].",
    "Ewa Nowak declined to comment on the ferry on [Monday].",
    "Something rare happened in Jos on [Monday].",
    "Reporters of Jos interviewed Ewa Nowak on [Monday].",
    "Ada Obi was upbeat about the ferry of Tarn on [Friday].",
    "The court of Jos had a backlog of 110 cases in [1987].",
    "The storm could reach Suva on [Friday].",
    "The farmers of Jos will not decide the race on [Tuesday].",
    "Engineers of Graz forecast that rents will rise in [2031].",
    "Yusuf Demir was hit in Jos by a grey [2013] Ford Fiesta.",
    "Born in a hut in Tarn, in [1948], Ada Obi rose to lead the mill.",
    "Ben Lund admitted having robbed a bank in Graz in [1979].",
    "In comparison with [1992], sales of boats in Tarn have doubled.",
    "Kenji Mori's speech [Sunday] about the ferry will please the farmers of Nuku.",
    "Cases of flu in Tarn declined in [1988].",
    "The number of boats in Nuku was estimated at 300 in [1985].",
    "Mere Tavola served as a clerk of the court in Suva in [1990].",
    "Liu Wen left Jos after the guard had fled on [Monday].",
    "There were weak leaders in Cusco in [1985].",
    "It was being forgotten in Tarn in [2008] that boats sink.",
    "The mill of Tarn continued to lose money in [1988].",
    "Ewa Nowak ate with John Reed there in [2007].",
    "Boats from Jos did not sail to Tarn on [Monday].",
    "The race is open, as Ada Obi said in Riga on [Monday].",
    "Ben Lund noted a planned rally in Tarn on [Saturday].",
    "Ewa Nowak told farmers on Thursday of a trip to Graz in [1991].",
    "If rain falls in Graz, the vote will be held in a hall of Jos in [July].",
    "Ada Obi gave farmers of Tarn an answer to that question on [Friday].",
]


@pytest.mark.parametrize("case", OF_SOMETHING_ELSE)
def test_a_date_of_something_else_tells_no_clause(case: str, model: LanguageModel) -> None:
    """A noun, a description, *before*, a condition, a denial: the main clause has no date."""
    date = re.search(r"\[(.*)\]", case)[1].removesuffix("'s")  # type: ignore[index]  # the case has it
    document = make(re.sub(r"[\[\]]", "", case))
    found = {e.text: e for e in annotate(document, model).time_expressions}
    assert found[date].clause is None


TIMELESS = [
    ("Acme builds ferries in Suva in [2016].", "present"),
    ("The council is using old boats in [2016].", "present"),
    ("Ada Obi has been mending the ferry from Suva in [May].", "perfect"),
    ("Ada Obi mended the ferry in [May].", ""),
    ("The ferry was mended in [May].", ""),
    ("The ferry will be mended in [May].", ""),
]


@pytest.mark.parametrize(("case", "tense"), TIMELESS)
def test_a_clause_says_whether_it_tells_how_things_are(
    case: str, tense: str, model: LanguageModel
) -> None:
    """The present, and the perfect, of the clause's own verb; what happened has neither."""
    date = re.search(r"\[(.*)\]", case)[1]  # type: ignore[index]  # the case has it
    document = make(re.sub(r"[\[\]]", "", case))
    clause = {e.text: e for e in annotate(document, model).time_expressions}[date].clause
    assert clause is not None
    assert clause.tense == tense


OWNERLESS = [
    ("He left the court of Quito on [Friday].", ["He"]),
    ("Her ship left Cork on [3 May 2020].", ["Her"]),
    ("They marched through Tunis on [Sunday].", ["They"]),
    ("The company opened a plant in Ohio in [2017].", ["The"]),
    ("Olga Petrov left Tarn after her mill had burnt in [1990].", ["her"]),
    ("Raja Singh said he would retire in [2030].", []),
    ("Raja Singh thanked her in Suva in [2006].", ["her"]),
    ("In Norway they sold ten boats in [2006].", ["they"]),
    ("Raja Singh sold it in Suva in [2006].", ["it"]),
]


@pytest.mark.parametrize(("case", "wanted"), OWNERLESS)
def test_a_pronoun_without_its_owner_is_named(
    case: str, wanted: list[str], model: LanguageModel
) -> None:
    """Whoever shows the clause knows which words lean on what stands before it."""
    date = re.search(r"\[(.*)\]", case)[1]  # type: ignore[index]  # the case has it
    document = make(re.sub(r"[\[\]]", "", case))
    clause = {e.text: e for e in annotate(document, model).time_expressions}[date].clause
    assert clause is not None
    assert [document.text[p.start : p.end] for p in clause.pronouns] == wanted
