"""Score the public data export of a briefing against gold annotations.

    score.py seeds-from GOLD.jsonl DIR        write one seed file per gold document (its id + ".txt")
    score.py quotations GOLD.jsonl DATA       quoted runs: span F1, attribution, end-to-end F1
    score.py mentions   GOLD.jsonl DATA       exported name mentions against gold names: precision, recall, F1 by type
    score.py actors     GOLD.jsonl DATA       name mentions: recall, right type, B-cubed of the actor clusters
    score.py seeds      SEEDS_GOLD.json DATA  everything at once on the two seeds
    score.py seed-mentions SEEDS_ACTOR_MENTIONS.json DATA   mentions linked to the right actor on the two seeds

DATA is the folder of JSON files that the generator exports. Offsets are characters of the reading text, end excluded.
A document is matched by its seed file name without ".txt". A quotation must be exported as it stands (one row a marked
run, overlap >= 0.8 of the longer): a row that covers more is not cut down to fit. Prints one JSON object. Exit status 0
whatever the score. It is kept as it was when the floors were measured, so that figures stay comparable.
"""
import argparse
import collections
import json
import pathlib
import re
import sys
import unicodedata

PRONOUNS = frozenset("he she they it i we you who".split())
TITLES = frozenset(
    """mr mrs ms miss dr sir lord lady dame sen senator rep representative gov governor president vice former ex prime
    minister secretary state attorney general gen col lt sgt capt judge justice chief officer spokesman spokeswoman
    spokesperson mayor congressman congresswoman chairman chairwoman professor prof rev reverend pope king queen prince
    princess chancellor candidate nominee director analyst republican democrat democratic gop""".split()
)
EDGE = " \t\r\n\"“”'‘’`.,;:!?…-–—()[]~\xa0\u200b"


def read_jsonl(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def load(data, name):
    path = pathlib.Path(data) / f"{name}.json"
    if not path.exists():
        print(f"score: {path} is missing: see the data contract", file=sys.stderr)
        sys.exit(2)
    return json.loads(path.read_text("utf-8"))


def file_stem(document_id):
    """The seed file name of a gold document, without .txt."""
    return document_id.replace("/", "__")


def by_document(data, name):
    documents = {d["id"]: pathlib.PurePath(d["path"]).name for d in load(data, "documents")}
    stems = {i: p[:-4] if p.endswith(".txt") else p for i, p in documents.items()}
    rows = collections.defaultdict(list)
    for row in load(data, name):
        rows[stems[row["document"]]].append(row)
    return rows, set(stems.values())


def prf(hits, predicted, gold):
    p = hits / predicted if predicted else 0.0
    r = hits / gold if gold else 0.0
    return [round(100 * x, 1) for x in (p, r, 2 * p * r / (p + r) if p + r else 0.0)]


def trim(text, start, end):
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def core(name):
    """The words of a name without titles, determiners and what trails it."""
    name = re.sub(r"'s?(?=\s|$)", "", name.strip().replace("’", "'"))
    name = re.split(r",|\(| who | which | of | in | at | for | from | on | with | to |—| - ", name + " ", maxsplit=1)[0]
    words = [w.strip(".-'") for w in re.findall(r"[\w.&'-]+", name)]
    while words and words[0].lower() in ("the", "a", "an", "by", "his", "her", "their"):
        words = words[1:]
    # a word for an office is a name where it stands last behind another: Larry King
    kept = [w for i, w in enumerate(words) if w.lower().strip(".") not in TITLES or 0 < i == len(words) - 1] or words
    runs, run = [], []
    for word in kept:
        if word[:1].isupper():
            run.append(word)
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    # of two runs of capitals as long as each other the later is the name: White House press secretary Josh Earnest
    return [w.lower() for w in (max(reversed(runs), key=len) if runs else kept)]


def surname(name):
    words = [w for w in core(name) if w not in ("jr", "sr", "ii", "iii")]
    return words[-1] if words else ""


def quoted_runs(text):
    """Runs between double marks: curly, straight (toggled, closed at a paragraph's end), '' and ``."""
    t = text.replace("``", '"~').replace("''", '"~')
    out, start = [], None
    for i, c in enumerate(t):
        if c == "\n" and i + 1 < len(t) and t[i + 1] in '\n"“”':
            if start is not None and i > start + 1:
                out.append((start, i))
            start = None
        elif c == "“":
            if start is not None and i > start + 1:
                out.append((start, i))
            start = i
        elif c == "”" and start is not None:
            out.append((start, i + 1))
            start = None
        elif c == '"':
            if start is None:
                start = i
            else:
                out.append((start, i + 1))
                start = None
    if start is not None and len(t) > start + 1:
        out.append((start, len(t)))
    return out


def cut_to_runs(text, marks, quotes, min_words):
    """Each quoted run that lies in one of `quotes`, with the quote that holds it."""
    units = []
    for a, b in quoted_runs(marks):
        s, e = trim(text, a, b)
        if e <= s or len(re.findall(r"\w+", text[s:e])) < min_words:
            continue
        best, key = None, (0, False, 0)
        for q in quotes:
            overlap = min(e, q["end"]) - max(s, q["start"])
            k = (overlap, bool(q.get("hand")), -(q["end"] - q["start"]))
            if overlap > 0 and k > key:
                best, key = q, k
        if best is not None and key[0] >= 0.5 * (e - s):
            units.append((s, e, best))
    return units


def pair(gold, predicted, least):
    """Greedy one-to-one matching by overlap / longer length."""
    scored = []
    for i, (gs, ge, _) in enumerate(gold):
        for j, (ps, pe, _) in enumerate(predicted):
            overlap = min(ge, pe) - max(gs, ps)
            if overlap > 0:
                scored.append((overlap / max(ge - gs, pe - ps), -i, -j))
    used_g, used_p = {}, {}
    for ratio, i, j in sorted(scored, reverse=True):
        if ratio >= least and -i not in used_g and -j not in used_p:
            used_g[-i], used_p[-j] = -j, -i
    return used_g


def speaker_is_right(gold, row):
    said, mention = row.get("speaker_name"), (row.get("speaker_mention") or {}).get("text")
    if gold.get("speaker_names"):
        names = {surname(n) for n in gold["speaker_names"]}
        return bool(said) and surname(said) in names
    want = gold.get("speaker")
    if not want:
        return not said and not mention
    if want.lower() in PRONOUNS:  # the gold resolves no pronoun: see the task "pronouns"
        return want.lower() in ((said or "").lower(), (mention or "").lower())
    if re.search(r"[A-Z]", re.sub(r"^(The|A|An)\s", "", want)) and said:
        return surname(want) == surname(said)
    return any(surname(want) == surname(x) for x in (said, mention) if x)


def quotations(gold_path, data, min_words=1):
    rows, known = by_document(data, "quotations")
    count = collections.Counter()
    for g in read_jsonl(gold_path):
        if file_stem(g["id"]) not in known:
            count["documents_missing"] += 1
        text, marks = g["text"], g.get("marks_text") or g["text"]
        gold = cut_to_runs(text, marks, [q for q in g["quotes"]], min_words)
        spoken = [q for q in rows[file_stem(g["id"])] if q["kind"] in ("direct_speech", "reported_fragment")]
        mine = {trim(text, q["start"], q["end"]): q for q in spoken}
        mine = [(s, e, q) for (s, e), q in sorted(mine.items(), key=lambda x: x[0])
                if len(re.findall(r"\w+", text[s:e])) >= min_words]
        scare = {tuple(trim(text, *x)) for x in g.get("scare", [])}
        either = {tuple(trim(text, *x)) for x in g.get("dont_care", [])}
        gold = [x for x in gold if x[:2] not in scare | either]
        mine = [x for x in mine if x[:2] not in either]
        match = pair(gold, mine, 0.8)
        count["gold"] += len(gold)
        count["predicted"] += len(mine)
        count["span"] += len(match)
        count["right"] += sum(speaker_is_right(gold[i][2], mine[j][2]) for i, j in match.items())
    return {
        "runs": count["gold"], "documents_missing": count["documents_missing"],
        "span_prf": prf(count["span"], count["predicted"], count["gold"]),
        "attribution": round(100 * count["right"] / max(1, count["span"]), 1),
        "end_to_end_prf": prf(count["right"], count["predicted"], count["gold"]),
    }


def b_cubed(gold, mine):
    """Mention -> cluster, twice, over the same mentions."""
    def groups(m):
        out = collections.defaultdict(set)
        for mention, cluster in m.items():
            out[cluster].add(mention)
        return out
    g, p = groups(gold), groups(mine)
    precision = sum(len(p[mine[m]] & g[gold[m]]) / len(p[mine[m]]) for m in gold) / len(gold)
    recall = sum(len(p[mine[m]] & g[gold[m]]) / len(g[gold[m]]) for m in gold) / len(gold)
    return [round(100 * x, 1) for x in (precision, recall, 2 * precision * recall / (precision + recall))]


def exported_names(data):
    """Document's seed file stem -> [(start, end, type, actor id)] of what is exported as a name."""
    stems = {d["id"]: re.sub(r"\.txt$", "", pathlib.PurePath(d["path"]).name) for d in load(data, "documents")}
    found = collections.defaultdict(list)
    for actor in load(data, "actors"):
        for m in actor["mentions"]:
            if m["kind"] == "name":
                found[stems[m["document"]]].append((m["start"], m["end"], TYPES.get(actor["type"], "?"), actor["id"]))
    return found


def mentions(gold_path, data):
    """Names of persons, organisations and places; an exported name that is no gold name costs precision."""
    found, count = exported_names(data), collections.Counter()
    for g in read_jsonl(gold_path):
        gold = [(m["start"], m["end"], m) for m in g["mentions"] if m["type"] in ("PER", "ORG", "LOC")]
        other = [(m["start"], m["end"]) for m in g["mentions"] if m["type"] not in ("PER", "ORG", "LOC")]
        mine = [(s, e, t) for s, e, t, _ in found[file_stem(g["id"])]
                if not any(min(e, b) - max(s, a) > 0 for a, b in other)]
        match = pair(gold, mine, 0.5)
        for i, (_, _, m) in enumerate(gold):
            count["gold", m["type"]] += 1
            if i in match:
                count["found", m["type"]] += 1
                count["typed", m["type"]] += mine[match[i]][2] == m["type"]
        for _, _, t in mine:
            count["mine", t] += 1
    kinds = ("PER", "ORG", "LOC")
    total = {k: sum(count[k, t] for t in kinds) for k in ("gold", "found", "typed", "mine")}
    total["mine"] += count["mine", "?"]
    return {"names_prf_any_type": prf(total["found"], total["mine"], total["gold"]),
            **{t: {"prf": prf(count["typed", t], count["mine", t], count["gold", t])} for t in kinds}}


def seed_mentions(gold_path, data):
    """Each gold mention must lie in one exported actor, the one that most of that gold actor's mentions lie in."""
    gold = json.loads(pathlib.Path(gold_path).read_text("utf-8"))
    docs = {d["id"]: pathlib.PurePath(d["path"]).name for d in load(data, "documents")}
    mine = collections.defaultdict(list)
    for actor in load(data, "actors"):
        for m in actor["mentions"]:
            mine[docs[m["document"]]].append((m["start"], m["end"], actor["id"], m["kind"]))
    kinds, out = ("name", "metonym", "adjective"), collections.Counter()
    gold_spans = collections.defaultdict(list)
    for actor in gold["actors"]:
        linked = []
        for m in actor["mentions"]:
            gold_spans[m["file"]].append((m["start"], m["end"]))
            if m["kind"] in kinds:
                best = max(mine[m["file"]], key=lambda x: (min(m["end"], x[1]) - max(m["start"], x[0]), x[0] - x[1]), default=None)
                hit = best and min(m["end"], best[1]) - max(m["start"], best[0]) >= 0.5 * (m["end"] - m["start"])
                linked.append((m["kind"], best[2] if hit else None))
        main = collections.Counter(i for _, i in linked if i).most_common(1)
        for kind, i in linked:
            group = "person_names" if actor["type"] == "person" and kind == "name" else "others"
            out["gold", group] += 1
            out["right", group] += bool(main) and i == main[0][0]
    exported = [(f, s, e) for f, rows in mine.items() for s, e, _, k in rows if k in kinds]
    real = sum(any(min(e, b) > max(s, a) for a, b in gold_spans[f]) for f, s, e in exported)
    return {"person_names": [out["right", "person_names"], out["gold", "person_names"]],
            "all": [sum(v for (k, _), v in out.items() if k == "right"), sum(v for (k, _), v in out.items() if k == "gold")],
            "exported_that_are_gold": [real, len(exported)]}


TYPES = {"person": "PER", "organisation": "ORG", "country": "LOC", "place": "LOC", "group": "ORG"}


def actors(gold_path, data):
    """Over gold name mentions; a name that nobody found stands alone, and counts against recall."""
    stems = {d["id"]: re.sub(r"\.txt$", "", pathlib.PurePath(d["path"]).name) for d in load(data, "documents")}
    found = collections.defaultdict(list)
    for actor in load(data, "actors"):
        for m in actor["mentions"]:
            if m["kind"] in ("name", "metonym", "adjective"):
                found[stems[m["document"]]].append((m["start"], m["end"], actor["id"], TYPES.get(actor["type"], "?")))
    out, total = {}, collections.Counter()
    sets = collections.defaultdict(lambda: ({}, {}))
    for record in read_jsonl(gold_path):
        for cluster in record["clusters"]:
            kind = cluster["type"]
            kind = {"HUMAN_PART_PER": "PER", "HUMAN_PART": "PER", "HUMAN_PART_GPE": "LOC"}.get(
                kind, "LOC" if kind.startswith("LOC") else kind if kind in ("PER", "ORG") else "ORG")
            for m in cluster["mentions"]:
                if m["kind"] != "name":
                    continue
                s, e = m.get("name_start", m["start"]), m.get("name_end", m["end"])
                hit = max(found[file_stem(m["doc"])], key=lambda f: (min(e, f[1]) - max(s, f[0]), -f[1] + f[0]), default=None)
                key = (record["id"], m["doc"], s, e, cluster["cluster"])
                total["gold", kind] += 1
                good = hit is not None and min(e, hit[1]) - max(s, hit[0]) >= 0.5 * min(e - s, hit[1] - hit[0])
                if good:
                    total["found", kind] += 1
                    total["typed", kind] += hit[3] == kind
                for group in ("all", kind):
                    sets[group][0][key] = (record["id"], cluster["cluster"])
                    sets[group][1][key] = (record["id"], hit[2]) if good else ("alone", key)
    for group, (gold, mine) in sets.items():
        kinds = ("PER", "ORG", "LOC") if group == "all" else (group,)
        n = sum(total["gold", k] for k in kinds)
        out[group] = {
            "names": n,
            "found": round(100 * sum(total["found", k] for k in kinds) / n, 1),
            "right_type": round(100 * sum(total["typed", k] for k in kinds) / n, 1),
            "b_cubed_prf": b_cubed(gold, mine),
        }
    return out


def people(gold_path, data):
    """Persons by name, one row an actor a document: surnames must agree, and initials where both have a first name. About one in 25 real
    persons is missing from the gold, so precision ends near 96."""
    quotations_, known = by_document(data, "quotations")
    statements_, _ = by_document(data, "statements")
    stems = {d["id"]: re.sub(r"\.txt$", "", pathlib.PurePath(d["path"]).name) for d in load(data, "documents")}
    actors_ = load(data, "actors")
    named, speaking = collections.defaultdict(dict), collections.defaultdict(dict)
    persons = {a["id"]: a["name"] for a in actors_ if a["type"] == "person"}
    for a in actors_:
        if a["id"] in persons and a.get("shown", True):
            for m in a["mentions"]:
                if m["kind"] == "name":
                    named[stems[m["document"]]][a["id"]] = a["name"]
    for rows in (quotations_, statements_):
        for stem, found in rows.items():
            for r in found:
                for who in {r.get("speaker"), *(r.get("speakers") or [])} & persons.keys():
                    if r.get("kind", "direct_speech") in ("direct_speech", "reported_fragment"):
                        speaking[stem][who] = persons[who]

    def fit(a, b):
        if not a or not b:
            return False
        short = len(a) == 1 or len(b) == 1
        return set(a) == set(b) or (a[-1] == b[-1] and (short or a[0][0] == b[0][0]))

    count = collections.Counter()
    for g in read_jsonl(gold_path):
        stem = file_stem(g["id"])
        count["documents_missing"] += stem not in known
        for what, gold, mine in (("people", g["people"], named[stem]), ("sources", g["sources"], speaking[stem])):
            left = {i: core(n) for i, n in mine.items()}
            count[what, "mine"] += len(left)
            for name in sorted(dict.fromkeys(gold), key=lambda n: -len(n)):
                count[what, "gold"] += 1
                hit = next((i for i, n in left.items() if fit(core(name), n)), None)
                if hit is not None:
                    del left[hit]
                    count[what, "hit"] += 1
    return {"documents_missing": count["documents_missing"],
            **{f"{w}_prf": prf(count[w, "hit"], count[w, "mine"], count[w, "gold"]) for w in ("people", "sources")},
            "people": count["people", "gold"], "sources": count["sources", "gold"]}


def fold(name):
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"^(the|mr|mrs|ms|dr)\s+", "", re.sub(r"\s+", " ", name).strip().lower())


def seeds(gold_path, data):
    gold = json.loads(pathlib.Path(gold_path).read_text("utf-8"))
    report = {}
    docs = {d["id"]: pathlib.PurePath(d["path"]).name for d in load(data, "documents")}
    people = {a["id"]: a for a in load(data, "actors")}

    want = {(q["doc"], q["start"], q["end"]): q for q in gold["quotes"]}
    mine = {(docs[q["document"]], q["start"], q["end"]): q for q in load(data, "quotations")}
    match = {k: k for k in want if k in mine}
    spoken = [q for q in gold["quotes"] if q.get("speaker")]

    def same_actor(actor_id, name):
        actor = people.get(actor_id)
        return actor is not None and fold(name) in {fold(a) for a in [actor["name"], *(x["text"] for x in actor["aliases"])]}

    report["quotations"] = {
        "gold": len(want), "exported": len(mine), "exact_span": len(match),
        "right_kind": sum(mine[k]["kind"] == want[k]["kind"] for k in match),
        "right_speaker": sum(
            bool(want[k].get("speaker")) and same_actor(mine[k]["speaker"], want[k]["speaker"]) for k in match),
        "speaker_where_none": sum(not want[k].get("speaker") and bool(mine[k]["speaker"]) for k in match),
        "with_speaker_in_gold": len(spoken),
        "missing": [want[k]["exact"] for k in want if k not in match],
        "extra": [f"{k[0]}:{k[1]}" for k in mine if k not in want],
    }

    must = {a["canonical"]: a for a in gold["actors"]}
    owners = collections.defaultdict(set)
    for name, a in must.items():
        for alias in [name, *a["aliases_in_body"]]:
            for actor in people.values():
                if fold(alias) in {fold(x) for x in [actor["name"], *(v["text"] for v in actor["aliases"])]}:
                    owners[name].add(actor["id"])
    for name, ids in owners.items():  # a place of the same name (Moscow the city) is no split
        owners[name] = {i for i in ids if people[i]["type"] != "place"} or ids
    held = collections.Counter(i for ids in owners.values() for i in ids)
    shown = {fold(x) for a in people.values() if a.get("shown", True)
             for x in [a["name"], *(v["text"] for v in a["aliases"])]}
    report["actors"] = {
        "gold": len(must), "exported": len(people),
        "found_whole": sorted(n for n in must if len(owners[n]) == 1),
        "split": {n: len(i) for n, i in owners.items() if len(i) > 1},
        "missing": sorted(n for n in must if not owners[n]),
        "falsely_merged": sorted(n for n, i in owners.items() if any(held[x] > 1 for x in i)),
        "never_shown_but_there": sorted(
            n for n in (re.sub(r" \(.*", "", x) for x in gold["never_actors"])
            if fold(n) in shown and n not in ("Patriarch Kirill", "Porfirije", "Stefan Wolff", "Truth Social")),
    }

    rows = [{**r, "doc": docs[r["document"]]} for r in load(data, "dates")]
    good = missed = 0
    wrong = []
    for t in (t for t in gold["dates"] if t["iso"]):
        hit = next((r for r in rows if r["doc"] == t["doc"] and r["start"] < t["end"] and r["end"] > t["start"]), None)
        if hit is None or hit["value"] is None:
            missed += 1
        elif hit["value"] in (t["iso"], *t.get("accept", ())):
            good += 1
        else:
            wrong.append([t["text"], t["iso"], hit["value"]])
    report["dates"] = {"gold": good + missed + len(wrong), "right_value": good, "missed": missed, "wrong": wrong}

    leaks = []
    blocked = {p: [(z["start"], z["end"]) for k in ("boilerplate", "metadata_only") for z in gold["zones"][p][k]]
               for p in gold["zones"]}
    for kind in ("quotations", "statements", "dates", "takeaways"):
        for row in load(data, kind):
            if any(row["start"] < e and row["end"] > s for s, e in blocked[docs[row["document"]]]):
                leaks.append([kind, row["document"], row["start"]])
    report["boilerplate_leaks"] = leaks

    report["keyphrases"] = {}
    for d in load(data, "documents"):
        mine_k = [fold(k["text"]) for k in d["keyphrases"][:12]]
        want_k = gold["keyphrases"][docs[d["id"]]]
        hit = [w["label"] for w in want_k if any(fold(v) in mine_k for v in w["variants"])]
        report["keyphrases"][docs[d["id"]]] = {"gold": len(want_k), "in_top_12": len(hit), "hits": hit}

    accepted = {(s["doc"], s["start"], s["end"]) for k in ("bluf", "takeaways", "alternates") for s in spans(gold[k])}
    banned = {(s["doc"], s["start"], s["end"]) for s in spans(gold["never_in_summary"])}
    chosen = [(docs[t["document"]], t["start"], t["end"]) for t in load(data, "takeaways")]
    texts = {p: (pathlib.Path(gold_path).resolve().parents[3] / "seeds" / p).read_text("utf-8") for p in gold["files"]}
    hedged = [(s["doc"], s["start"], s["end"], h) for k in ("bluf", "takeaways") for i in gold[k]
              for s in spans(i) for h in i.get("hedges", ()) if h in texts[s["doc"]][s["start"]:s["end"]]]
    near = lambda a, b: a[0] == b[0] and min(a[2], b[2]) - max(a[1], b[1]) > 0.8 * (b[2] - b[1])
    report["takeaways"] = {
        "chosen": len(chosen), "accepted": sum(any(near(c, a) and near(a, c) for a in accepted) for c in chosen[:10]),
        "banned": sum(any(near(c, b) and near(b, c) for b in banned) for c in chosen),
        "hedge_cut": [h for d, a, b, h in hedged for c in chosen
                      if near(c, (d, a, b)) and h not in texts[d][c[1]:c[2]]],
    }
    return report


def spans(value):
    if isinstance(value, dict):
        if {"doc", "start", "end"} <= value.keys():
            yield value
        for v in value.values():
            yield from spans(v)
    elif isinstance(value, list):
        for v in value:
            yield from spans(v)


def seeds_from(gold_path, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    n = 0
    for record in read_jsonl(gold_path):
        for doc in record.get("docs") or [record]:
            (folder / f"{file_stem(doc['id'])}.txt").write_text(doc["text"], "utf-8", newline="")
            if published := doc.get("date") or doc.get("dct"):
                (folder / f"{file_stem(doc['id'])}.txt.yml").write_text(f"published: {str(published)[:10]}\n", "utf-8")
            n += 1
    return {"seeds": n, "folder": str(folder)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = {f.__name__.replace("_", "-"): f for f in (
        seeds_from, quotations, mentions, actors, seeds, seed_mentions)}
    parser.add_argument("task", choices=tasks)
    parser.add_argument("gold")
    parser.add_argument("data")
    parser.add_argument("--min-words", type=int, default=1, help="quotations: shortest quoted run that counts")
    args = parser.parse_args()
    extra = {"min_words": args.min_words} if args.task == "quotations" else {}
    print(json.dumps(tasks[args.task](args.gold, args.data, **extra), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
