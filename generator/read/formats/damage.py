"""What a library ends in with a file that is broken."""

import zlib
from zipfile import BadZipFile

from lxml.etree import LxmlError

DAMAGED = (
    BadZipFile,
    zlib.error,
    LxmlError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""Whatever its code meets in what it takes for whole, from a sum of the archive that is wrong to an
element of another name that lacks what it asks for."""
