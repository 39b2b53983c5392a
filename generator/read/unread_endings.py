"""What to do with a file whose format is not read, told by the ending of its name."""

ADVICE = {
    "save it as .docx, .odt or .pdf": (
        *(".doc", ".dot", ".wps", ".wpd", ".pages", ".odp", ".ppt", ".pptx", ".key", ".ps"),
        *(".tex", ".djvu", ".xps", ".mobi", ".azw3"),
    ),
    "save what it says as .txt, or put it through text recognition and save that as .pdf": (
        *(".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".svg"),
    ),
    "save its transcript as .txt, .vtt or .srt": (
        *(".mp3", ".m4a", ".wav", ".ogg", ".flac", ".mp4", ".mov", ".mkv", ".webm", ".avi"),
    ),
    "unpack it into the folder": (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar"),
    "write each article as a line of a .jsonl file, or as an entry of a list in a .json file": (
        *(".csv", ".tsv", ".xls", ".xlsx", ".ods", ".parquet", ".sqlite", ".db"),
    ),
    "save each mail as .eml": (".msg", ".mbox", ".pst"),
    "save it as .vtt or .srt": (".sub", ".ass", ".ssa", ".ttml", ".sbv"),
    "rename it to .md": (".markdown", ".mkd", ".mdown", ".qmd", ".rmd"),
    "add .txt or .md to its name, if it is text": ("",),
}
"""Advice → endings."""
BY_ENDING = {ending: advice for advice, endings in ADVICE.items() for ending in endings}
ANY = "save its text as .txt or .md, or take it out of the folder"


def advise(ending: str) -> str:
    """What the owner of a file with this ending can do."""
    return BY_ENDING.get(ending, ANY)
