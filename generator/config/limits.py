"""The settings `limits`: how much is shown, how much is read, and how much work is done at once."""

from typing import Annotated

from msgspec import Meta, Struct

Count = Annotated[int, Meta(ge=1)]


class LimitSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How much is shown, and how much work is done at once."""

    takeaways: Annotated[Count, Meta(description="Most takeaways on the home page.")] = 7
    bottom_line: Annotated[Count, Meta(description="Most sentences of the bottom line.")] = 3
    keyphrases: Annotated[Count, Meta(description="Keyphrases kept of each document.")] = 20
    topics: Annotated[Count, Meta(description="Most topics of the corpus.")] = 60
    rows_per_page: Annotated[Count, Meta(description="Rows of a list before it is split.")] = 100
    workers: Annotated[
        int, Meta(ge=0, description="Processes that do the work; 0 means one a processor.")
    ] = 0
    scheduler: Annotated[
        str,
        Meta(
            description="Address of a Dask scheduler, such as `tcp://host:8786`, whose workers "
            "analyse the documents in place of processes here; needs the extra `cluster`."
        ),
    ] = ""
    seed_bytes: Annotated[
        Count, Meta(description="A seed larger than this many bytes is skipped with a warning.")
    ] = 20_000_000
    text_characters: Annotated[
        Count,
        Meta(description="A seed whose text has more characters is skipped with a warning."),
    ] = 2_000_000
    yaml_bytes: Annotated[
        Count,
        Meta(description="Largest sidecar or corrections file; a larger one is not used."),
    ] = 1_000_000
    unpacked_bytes: Annotated[
        Count,
        Meta(
            description="A seed that unpacks to more bytes (books, office files, web archives), or "
            "a page with more characters, is skipped with a warning."
        ),
    ] = 200_000_000
    pages: Annotated[
        Count, Meta(description="A PDF with more pages is skipped with a warning.")
    ] = 2_000
    entries: Annotated[
        Count,
        Meta(
            description="A feed, a list of articles or a web archive with more documents, or a "
            "mail with more parts, is skipped with a warning."
        ),
    ] = 2_000
    records: Annotated[
        Count,
        Meta(
            description="A web archive with more records, or a book or an office file with more "
            "files in it, is skipped with a warning."
        ),
    ] = 20_000
    nesting: Annotated[
        Count,
        Meta(
            description="A page or a mail whose parts, or Markdown whose lists and quotations, lie "
            "deeper in each other is skipped with a warning."
        ),
    ] = 250
    document_seconds: Annotated[
        Count,
        Meta(
            description="Processor seconds that one stage of a document (of each 100,000 "
            "characters of it) may take before it is left out."
        ),
    ] = 120
    worker_megabytes: Annotated[
        Count, Meta(description="Most memory of a process that reads documents.")
    ] = 4000
    paragraph_tokens: Annotated[
        Count,
        Meta(description="A paragraph with more words and marks is shown but not analysed."),
    ] = 20_000
    sentence_tokens: Annotated[
        Count,
        Meta(description="As `paragraph_tokens`, for words and marks in one of its sentences."),
    ] = 1_000
    paragraph_marks: Annotated[
        Count, Meta(description="As `paragraph_tokens`, for quotation marks.")
    ] = 1_000
    paragraph_names: Annotated[
        Count, Meta(description="As `paragraph_tokens`, for capitalised words.")
    ] = 5_000
    paragraph_nesting: Annotated[
        Count,
        Meta(description="As `paragraph_tokens`, for pairs of marks inside each other."),
    ] = 30
    unbroken_characters: Annotated[
        Count, Meta(description="So many characters without white space are not parsed.")
    ] = 2_000
    marks_in_a_row: Annotated[
        Count, Meta(description="So many marks without a word among them are not parsed.")
    ] = 200
    letters_in_a_row: Annotated[
        Count, Meta(description="So many words of one character in a row are not parsed.")
    ] = 500

    @property
    def of_paragraphs(self) -> tuple[int, ...]:
        """What decides how much of a text is analysed: kept with what was found."""
        return (
            self.paragraph_tokens,
            self.sentence_tokens,
            self.paragraph_marks,
            self.paragraph_names,
            self.paragraph_nesting,
            self.unbroken_characters,
            self.marks_in_a_row,
            self.letters_in_a_row,
        )
