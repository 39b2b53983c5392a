"""How the cost of actors grows: documents with Zipf-like names, time per mention.

    python benchmarks/actors.py [DOCUMENTS …]

Makes mentions directly, without a parse, because resolution alone must grow near linearly; prints
one line a size and the ratio of the largest to the smallest. No text of anybody is used: names are
made of syllables.
"""

import random
import sys
import time

from generator.language.lexicons import load_rows
from generator.model.annotations import Annotations, Grammar, Mention
from generator.model.corpus import Actor
from generator.model.text import Document, Metadata, Sentence, Span, Zone
from generator.resolve.coreference import resolve_references
from generator.resolve.entities import resolve_actors
from generator.resolve.roles import resolve_roles

SIZES = (1_000, 10_000)
MENTIONS = 24
"""Name mentions of one document."""
ONSETS = (*"bdfghklmnprstvwz", "br", "dr", "gr", "kl", "pr", "st", "tr")
RHYMES = (*"aeiou", "an", "ar", "el", "en", "er", "in", "ir", "ol", "on", "or", "un")
SUBJECT = Grammar("nsubj", "say", "VERB", "", possessive=False, agent_verb="say")


def make_names(count: int, chance: random.Random) -> list[str]:
    """Full names of persons: a given name of the list and one of fewer surnames."""
    given = [row[0] for row in load_rows("given_names") if row[0].isascii()][::17]
    surnames = [
        "".join(chance.choice(ONSETS) + chance.choice(RHYMES) for _ in range(3)).title()
        for _ in range(max(2, count // 3))
    ]
    return [f"{chance.choice(given)} {chance.choice(surnames)}" for _ in range(count)]


def make_document(
    number: int, names: list[str], weights: list[float], chance: random.Random
) -> tuple[Document, Annotations]:
    """A document that names some persons in full, then by surname."""
    identifier = f"d{number:06}"
    chosen = chance.choices(names, cum_weights=weights, k=MENTIONS // 4)
    words: list[str] = []
    for name in chosen:
        words.extend([name, name.split()[-1], name.split()[-1], name.split()[-1]])
    text, mentions, sentences = "", [], []
    for i, word in enumerate(words):
        start = len(text)
        text += f"{word} left. "
        sentence = f"s-{i}"
        sentences.append(Sentence(sentence, start, len(text) - 1, 1, "body"))
        span = Span(identifier, start, start + len(word))
        mentions.append(
            Mention(
                span=span, text=word, kind="name", label="PERSON", title=None, apposition=None,
                grammar=SUBJECT, zone="body", quoted=False, sentence=sentence,
            )
        )  # fmt: skip
        pronoun = Span(identifier, len(text), len(text) + 2)
        text += "He slept. "
        mentions.append(
            Mention(
                span=pronoun, text="He", kind="pronoun", label="", title=None, apposition=None,
                grammar=SUBJECT, zone="body", quoted=False, sentence=sentence, gender="masculine",
                number="singular",
            )
        )  # fmt: skip
    zones = (Zone(0, len(text), "body", "running_text", 1),)
    document = Document(
        identifier,
        identifier,
        "text/plain",
        "",
        "",
        text,
        "en",
        Metadata(),
        zones,
        tuple(sentences),
    )
    return document, Annotations(identifier, "en", mentions=tuple(mentions))


def make_corpus(size: int) -> tuple[list[Document], list[Annotations]]:
    """As many documents, their names drawn as often as Zipf's law says."""
    chance = random.Random(size)  # noqa: S311 a benchmark, not a secret
    names = make_names(size, chance)
    total, weights = 0.0, []
    for rank in range(1, len(names) + 1):
        total += 1 / rank
        weights.append(total)
    pairs = [make_document(i, names, weights, chance) for i in range(size)]
    return [d for d, _ in pairs], [a for _, a in pairs]


def measure(size: int) -> tuple[float, int, int]:
    """Microseconds of processor time a mention, mentions, actors."""
    documents, annotations = make_corpus(size)
    count = sum(len(a.mentions) for a in annotations)
    started = time.process_time()
    actors: tuple[Actor, ...] = resolve_actors(documents, annotations)
    actors = resolve_references(documents, annotations, actors)
    actors = resolve_roles(documents, annotations, actors)
    return (time.process_time() - started) / count * 1e6, count, len(actors)


def main() -> None:
    """Measure the sizes of the command line, or 1,000 and 10,000 documents."""
    sizes = [int(argument) for argument in sys.argv[1:]] or list(SIZES)
    costs = []
    for size in sizes:
        cost, mentions, actors = measure(size)
        costs.append(cost)
        print(f"{size} documents, {mentions} mentions, {actors} actors: {cost:.1f} µs a mention")
    print(f"ratio: {costs[-1] / costs[0]:.2f}")


if __name__ == "__main__":
    main()
