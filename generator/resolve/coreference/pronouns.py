"""Whom a pronoun goes back to: the one who is left, looking from near to far, or nobody.

A pronoun that is a subject or a source goes back to the subject before it in its sentence, then to
the subjects of the sentences and paragraphs before; where a paragraph has no fitting subject, to
the one fitting person that it names. Any other pronoun goes back to the one person named near it.
Of several subjects the one is meant who has the most reasons; without a clear lead, nobody.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.language import relations
from generator.language.pronouns import PronounForm
from generator.language.weights import load_count
from generator.model.annotations import Gender, Mention, Phrase
from generator.model.coreference import Reference, ReferenceRule, Resolution, Unresolved
from generator.model.text import Offsets
from generator.model.zones import BESIDE_STORY
from generator.resolve.coreference.discourse import Discourse
from generator.resolve.coreference.participants import GENDERED, Antecedent

CLEARLY = load_count("pronouns.clearly")
SUBJECT, KNOWN_GENDER = load_count("pronouns.sign"), load_count("pronouns.sign")
FIRST, SPEAKER = load_count("pronouns.sign"), load_count("pronouns.clearly")
REACH = load_count("pronouns.reach")
"""Paragraphs that a subject or a source may look back."""
CLAUSE = re.compile(r"[^.,;:!?()—–“”\"\n]*")
"""What follows a word up to the next mark."""
Level = tuple[ReferenceRule, list[Antecedent]]


class Pronoun(Struct, frozen=True):
    """A personal pronoun at a place of a document."""

    words: Phrase
    form: PronounForm
    source: bool
    """Whether it is named as the source of a quotation or statement."""
    quoted: bool
    mention: Mention | None
    told: tuple[Offsets, ...] = ()
    """The indirect speech that it is the source of: who is named there is another."""

    @property
    def gender(self) -> Gender:
        """The gender that it shows."""
        return self.form.gender

    @property
    def leads(self) -> bool:
        """Whether it goes on with the subject before: a subject itself, or a source."""
        dep = self.mention.grammar.dep if self.mention else ""
        return self.source or dep == relations.SUBJECT


def resolve_pronoun(pronoun: Pronoun, discourse: Discourse) -> Resolution:
    """The actor that a pronoun of the third person goes back to, or why none can be told."""
    if pronoun.form.person != "3":
        return Unresolved("first_person" if pronoun.form.person == "1" else "no_actor")
    if pronoun.gender not in GENDERED and not pronoun.source:
        return Unresolved("perhaps_a_thing")
    levels = _leading_levels if pronoun.leads and not pronoun.quoted else _near_levels
    for rule, level in levels(pronoun, discourse):
        if not level:
            continue
        found = _stands_out(level, discourse, leads=pronoun.leads)
        if found is not None and found.participant is not None:
            return Reference((found.who,), rule)
        if found is not None:
            name = "" if pronoun.form.plural else found.name
            return Unresolved("somebody_else", name or None)
        return Unresolved("several_fit", None, tuple(dict.fromkeys(a.name for a in level)))
    return Unresolved("nobody_before")


def _leading_levels(pronoun: Pronoun, discourse: Discourse) -> Iterator[Level]:
    """Where a subject or a source looks, nearest first: subjects, else the one person named."""
    here = discourse.find.number(pronoun.words.start)
    own = _fitting(pronoun, discourse, range(here, here + 1))
    yield "subject_before", [a for a in own if a.subject]
    yield "owner_before", [a for a in own if a.owner]
    before = discourse.paragraph_before(here)
    for number in reversed(before):
        found = _fitting(pronoun, discourse, range(number, number + 1))
        yield "subject_of_sentence_before", _with_rivals(found)
    yield "only_one_in_paragraph", _known(pronoun, _fitting(pronoun, discourse, before), discourse)
    for paragraph in discourse.paragraphs_back(here, REACH):
        found = _fitting(pronoun, discourse, paragraph)
        yield "subject_of_paragraph_before", _with_rivals(found)
        yield "only_one_in_paragraph_before", _known(pronoun, found, discourse)


def _with_rivals(found: Sequence[Antecedent]) -> list[Antecedent]:
    """The subjects; where no list knows their gender, whoever is known to fit as well."""
    subjects = [a for a in found if a.subject]
    unsure = bool(subjects) and all(a.gender == "unknown" for a in subjects)
    return [a for a in found if a.subject or (unsure and a.gender in GENDERED)]


def _near_levels(pronoun: Pronoun, discourse: Discourse) -> Iterator[Level]:
    """Where any other pronoun looks: the subject of its sentence, then whoever is named near it."""
    here = discourse.find.number(pronoun.words.start)
    own = _fitting(pronoun, discourse, range(here, here + 1))
    if len({a.who for a in own}) == 1:
        yield "subject_before", [a for a in own if a.subject]
    before = discourse.paragraph_before(here)
    near = _fitting(pronoun, discourse, range(max(before.start, here - 1), here))
    yield "only_one_in_paragraph", [*near, *own]


def _known(pronoun: Pronoun, found: Sequence[Antecedent], discourse: Discourse) -> list[Antecedent]:
    """Those whose gender is known to fit, but for authors and names in brackets; no bodies."""
    if pronoun.gender not in GENDERED:
        return []
    open_to = (a for a in found if not discourse.text.startswith("(", a.start - 1))
    return [a for a in open_to if a.gender == pronoun.gender and not _is_author(a)]


def _is_author(antecedent: Antecedent) -> bool:
    participant = antecedent.participant
    return participant is not None and participant.actor.rule == "author"


def _fitting(pronoun: Pronoun, discourse: Discourse, sentences: range) -> list[Antecedent]:
    """Those before a pronoun whom it can mean, in reading order."""
    others = _named_behind(pronoun, discourse) | _told_of(pronoun, discourse)
    zone = discourse.sentences[discourse.find.number(pronoun.words.start)].zone
    before = (a for n in sentences for a in discourse.in_sentence(n, pronoun.words.start))
    apart = (a for a in before if a.quoted == pronoun.quoted and a.who not in others)
    here = (a for a in apart if not _aside(a, zone) and not _same_clause(a, pronoun))
    return [a for a in here if _fits(a, pronoun, discourse)]


def _aside(antecedent: Antecedent, zone: str) -> bool:
    """Whether somebody is named beside the text that goes on: in a caption, a note, a credit."""
    own = antecedent.mention.zone if antecedent.mention else zone
    return own in BESIDE_STORY and own != zone


def _named_behind(pronoun: Pronoun, discourse: Discourse) -> frozenset[str]:
    """Who is named behind a leading pronoun in its clause: *he fought Okoye* is not Okoye."""
    clause = CLAUSE.match(discourse.text, pronoun.words.end) if pronoun.leads else None
    end = clause.end() if clause else pronoun.words.end
    number = discourse.find.number(pronoun.words.start)
    inside = discourse.in_sentence(number, end) if clause else []
    behind = (a for a in inside if a.start >= pronoun.words.end and not a.quoted)
    return frozenset(a.who for a in behind if a.participant)


def _told_of(pronoun: Pronoun, discourse: Discourse) -> frozenset[str]:
    """Who is named in what a source says: *Okoye won, he said* is not Okoye."""
    inside = (a for span in pronoun.told for a in discourse.between(span.start, span.end))
    return frozenset(a.who for a in inside if a.kind == "name" and not a.quoted)


def _fits(antecedent: Antecedent, pronoun: Pronoun, discourse: Discourse) -> bool:
    """Whether a pronoun may mean somebody, by number, gender and what they are."""
    if antecedent.participant is None:
        return _stranger_fits(antecedent, pronoun)
    kind = antecedent.participant.actor.type
    if pronoun.form.plural:
        body = kind in {"organisation", "country"} and discourse.spoke(antecedent)
        return kind == "group" or body
    if pronoun.gender == "neuter":
        return kind in {"organisation", "country"}
    return kind == "person" and antecedent.gender in {pronoun.gender, "unknown"}


def _stranger_fits(antecedent: Antecedent, pronoun: Pronoun) -> bool:
    """Whether somebody who is no actor, or could not be told, may be meant."""
    if pronoun.gender not in GENDERED:
        number = antecedent.mention.number if antecedent.mention else "unknown"
        return pronoun.form.plural and antecedent.kind == "nominal" and number == "plural"
    label = antecedent.mention.label if antecedent.mention else ""
    unsure = antecedent.kind == "name" and antecedent.gender == "unknown" and label == "PERSON"
    return antecedent.gender == pronoun.gender or unsure


def _same_clause(antecedent: Antecedent, pronoun: Pronoun) -> bool:
    """Whether one is the subject of the verb whose object the pronoun is: *Ann saw her*."""
    name, word = antecedent.mention, pronoun.mention
    if name is None or word is None or word.grammar.possessive or pronoun.form.form != "object":
        return False
    same = name.sentence == word.sentence and bool(name.grammar.agent_verb)
    return same and name.grammar.agent_verb == word.grammar.governor


def _stands_out(
    level: Sequence[Antecedent], discourse: Discourse, *, leads: bool
) -> Antecedent | None:
    """The one of a level; of several for a leading pronoun, the one with the most reasons."""
    each = {a.who: a for a in reversed(level)}
    if len(each) == 1:
        return level[0]
    if not leads:
        return None
    reasons: Counter[str] = Counter()
    for one in level:
        reasons[one.who] += SUBJECT * one.subject + KNOWN_GENDER * (one.gender != "unknown")
    reasons[level[0].who] += FIRST
    reasons[discourse.last_speaker] += SPEAKER if discourse.last_speaker in each else 0
    (best, most), (_, next_most) = reasons.most_common(2)
    return each[best] if most - next_most >= CLEARLY else None
