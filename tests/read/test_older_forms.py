"""Programs that no braces tell, and records without lines: told, and nothing that tells is."""

import pytest

from generator.read.text_forms import find_form

STORY = "The council voted late on Tuesday to close the old bridge until the spring, a clerk said."
FORTRAN = """      PROGRAM AREA
C     COMPUTES THE AREA OF A TRIANGLE, BY ITS SIDES
      REAL A, B, C, S
      INTEGER I
      READ (5, 501) A, B, C
  501 FORMAT (3F10.2)
      S = (A + B + C) / 2.0
      IF (A .EQ. 0 .OR. B .EQ. 0) GOTO 20
      DO 10 I = 1, 100
        CALL SUB1(A, I)
   10 CONTINUE
      WRITE (6, 601) SQRT(S * (S - A) * (S - B) * (S - C))
  601 FORMAT (' THE AREA IS ', F10.2)
   20 STOP
      END
      SUBROUTINE SUB1(X, N)
      REAL X
      INTEGER N
      X = X + N
      RETURN
      END
"""
COBOL = """       IDENTIFICATION DIVISION.
       PROGRAM-ID. PAYROLL.
       AUTHOR. J SMITH.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT EMPLOYEE-FILE ASSIGN TO 'EMP.DAT'
           ORGANIZATION IS LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD EMPLOYEE-FILE.
       01 EMPLOYEE-RECORD.
          05 EMP-NAME    PIC X(20).
          05 EMP-HOURS   PIC 9(3).
          05 EMP-RATE    PIC 9(3)V99.
       WORKING-STORAGE SECTION.
       01 WS-EOF PIC X VALUE 'N'.
       PROCEDURE DIVISION.
       MAIN-PARA.
           OPEN INPUT EMPLOYEE-FILE.
           PERFORM UNTIL WS-EOF = 'Y'
             READ EMPLOYEE-FILE AT END MOVE 'Y' TO WS-EOF
             NOT AT END PERFORM PAY-PARA
             END-READ
           END-PERFORM.
           CLOSE EMPLOYEE-FILE.
           STOP RUN.
       PAY-PARA.
           COMPUTE WS-PAY = EMP-HOURS * EMP-RATE.
           DISPLAY EMP-NAME ' IS PAID ' WS-PAY.
"""
MAKE = """# Builds the whole of the thing
CC ?= gcc
CFLAGS := -O2 -Wall
OBJS = main.o util.o parse.o

.PHONY: all clean install

all: prog

prog: $(OBJS)
	$(CC) $(CFLAGS) -o $@ $(OBJS)

%.o: %.c
	$(CC) $(CFLAGS) -c $< -o $@

install: prog
	install -d $(DESTDIR)/usr/bin
	install -m 755 prog $(DESTDIR)/usr/bin

clean:
	rm -f prog $(OBJS)
"""
QUERIES = """-- Report of the quarter
CREATE TABLE voters (
    id INTEGER PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    town TEXT DEFAULT 'Aber',
    born DATE
);
INSERT INTO voters (id, name, town) VALUES (1, 'Ada Obi', 'Aber');
INSERT INTO voters (id, name, town) VALUES (2, 'Ben Ade', 'Bray');
SELECT v.name, COUNT(*) AS n
FROM voters v
LEFT JOIN ballots b ON b.voter_id = v.id
WHERE v.town = 'Aber' AND b.cast_on >= '2024-05-06'
GROUP BY v.name
HAVING COUNT(*) > 1
ORDER BY n DESC;
UPDATE voters SET town = 'Cove' WHERE id = 2;
DELETE FROM ballots WHERE voter_id IS NULL;
"""
ASSEMBLY = """        .section .text
        .globl  main
main:
        pushq   %rbp
        movq    %rsp, %rbp
        subq    $16, %rsp
        movl    $0, -4(%rbp)
.L2:
        cmpl    $9, -4(%rbp)
        jg      .L3
        movl    -4(%rbp), %eax
        movl    %eax, %esi
        leaq    .LC0(%rip), %rdi
        call    printf
        addl    $1, -4(%rbp)
        jmp     .L2
.L3:
        movl    $0, %eax
        leave
        ret
        .section .rodata
.LC0:   .string "The value is %d\\n"
"""
BASIC = """10 REM THE TOWN
20 PRINT "HELLO"
30 INPUT "YOUR NAME"; N$
40 IF N$ = "ADA" THEN GOTO 70
50 FOR I = 1 TO 10
60 PRINT I
65 NEXT I
70 END
"""
MOVES = """1. e4 d6 2. d4 Nf6 3. Nc3 g6 4. Be3 Bg7 5. Qd2 c6 6. f3 b5 7. Nge2 Nbd7 8. Bh6
Bxh6 9. Qxh6 Bb7 10. a3 e5 11. O-O-O Qe7 12. Kb1 a6 13. Nc1 O-O-O 14. Nb3 exd4
15. Rxd4 c5 16. Rd1 Nb6 17. g3 Kb8 18. Na5 Ba8 19. Bh3 d5 20. Qf4+ Ka7 21. Rhe1
"""
TRACE = """Traceback (most recent call last):
  File "/usr/lib/app/main.py", line 12, in <module>
    main()
  File "/usr/lib/app/main.py", line 8, in main
    run(town)
  File "/usr/lib/app/run.py", line 3, in run
    raise ValueError("no town")
ValueError: no town
"""
SEQUENCES = """>seq1 Homo sapiens
MKTAYIAKQRQISFVKSHFSRQLEERLGLIEVQAPILSRVGDGTQDNLSGAEKAVQVKVKALPDAQFEVV
HSLAKWKRQTLGQHDFSAGEGLYTHMKALRPDEDRLSPLHSVYVDQWDWERVMGDGERQFSTLKSTVEAI
>seq2 Mus musculus
WAGIKATEAAVSEEFGLAPFLPDQIHFVHSQELLSRYPDLDAKGRERAIAKDLGAVFLVGIGGKLSDGHR
"""
PROCESSOR = """START:  MOV AX, 1
        ADD AX, BX
        CMP AX, 10
        JNE START
        PUSH AX
        RET
"""
POSTSCRIPT = """%!PS
/Helvetica findfont 12 scalefont setfont
72 720 moveto
(Hello town) show
showpage
"""
TYPESET = (
    "% for the council\n\\documentclass{article}\n\\begin{document}\n" + f"{STORY} {STORY}\n" * 9
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *((t, "program code") for t in (FORTRAN, COBOL, MAKE, QUERIES, ASSEMBLY, BASIC, PROCESSOR)),
        (MOVES, "records or a list"),
        (TRACE, "a log"),
        (SEQUENCES, "encoded data"),
        (POSTSCRIPT, "program code"),
        (TYPESET, "typesetting code"),
    ],
    ids=[
        *("columns", "periods", "rules", "statements", "assembly", "numbers", "capitals"),
        *("moves", "trace", "sequences", "pages", "typeset"),
    ],
)
def test_programs_without_braces_and_bare_records_are_told(text: str, name: str) -> None:
    """Each is named, so that nothing of it is shown as an article's words."""
    form = find_form(text, markdown=False)
    assert form is not None
    assert form.name == name


TELLING = {
    "a wire story in capitals": (
        "      ABER (AP) - THE MAYOR SAID ON MONDAY THAT THE BRIDGE - OLD AND RUSTY -\n"
        "WILL STAY CLOSED.\n      “IT IS NOT SAFE,” SHE SAID. “WE WILL WAIT.”\n"
        "      THE COUNCIL (IN FULL) AGREED.\n      NOBODY WAS HURT.\n"
    ),
    "a poem in small letters": (
        "the river runs\n  past mary, john\n  and all the rest\n  of us, who stay\n"
        "and sing, and wait\n  for rain, for sun\n"
    ),
    "talk that is indented": (
        "    said he, she\n    come here, ada\n    stay there, ben\n    no more, cy\n"
    ),
    "numbered verses": (
        "1 In the beginning was the bridge.\n2 And the bridge was closed.\n"
        "3 The mayor said, Let it be opened.\n4 And it was so.\n"
    ),
    "a story with operations": (
        f"{STORY}\n\n{STORY}\n\n    mov rax, 1\n    mov rdi, 1\n    syscall\n\n{STORY}\n"
    ),
    "a story with moves": (
        f"Obi beats Ade\n\n{STORY}\n\nAfter 1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7 "
        f"the mayor smiled. “I knew it,” she said.\n\n{STORY}\n"
    ),
    "a story with a rule": f"{STORY}\n\n{STORY}\n\nall: prog\n\tcc -o prog\n\n{STORY}\n",
    "headlines in capitals": "BRIDGE CLOSED\nMAYOR: NOT SAFE\nRAIN-SOAKED TOWN WAITS\n\n" + STORY,
}


@pytest.mark.parametrize("name", TELLING)
def test_what_tells_is_no_program(name: str) -> None:
    """Capitals, indents, numbers and short lines alone are no form of a program."""
    assert find_form(TELLING[name], markdown=False) is None
