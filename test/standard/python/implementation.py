"""The standard implemented from docs/standard alone: levels 1 to 3.

Reads one JSON object a line and writes one a line (docs/standard/GRAMMAR.md). Standard library only.
Usage: python3 implementation.py FOLDER, where FOLDER is docs/standard.
"""

import hashlib
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

ROOT = Path(sys.argv[1])
GREATEST = 2**53 - 1


def load(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


EDITIONS = [edition["id"] for edition in load("index.json")["editions"]]
RULES = {edition: load(f"rules/{edition}.json")["rules"] for edition in EDITIONS}
PARAMETERS = load(f"rules/{EDITIONS[0]}.json")["parameters"]
IN_FORCE = {source["id"]: source["inForce"] for source in load(f"catalogue/{EDITIONS[0]}.json")["sources"]}
CELLS = {edition: {cell["address"]: cell["unit"] for cell in load(f"catalogue/{edition}.json")["cells"]} for edition in EDITIONS}
SCHEMAS = {(kind, edition): load(f"schema/{kind}-{edition}.schema.json") for kind in ("report", "draft") for edition in EDITIONS}
SENTENCES = {code["code"]: code["sentence"] for code in load("codes.json")["codes"]}
WALKS = {(walk["from"], walk["to"]): walk["entries"] for walk in (load(path.relative_to(ROOT)) for path in ROOT.glob("crosswalk/*.json"))}
YUAN = re.compile(r"(0|[1-9][0-9]{0,12})(\.[0-9]{1,2})?")
AMOUNT = re.compile(r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?")


# Text of JSON


class Refused(Exception):
    pass


def number(text):
    """An integer by its mathematical value, told from the text, whatever its exponent; no report holds any other number."""
    mantissa, _, exponent = text.lower().partition("e")
    whole, _, decimals = mantissa.lstrip("-").partition(".")
    digits = (whole + decimals).lstrip("0")
    kept = digits.rstrip("0")
    if not kept:
        return 0
    point = len(digits) - len(decimals) + int(exponent or "0")
    if not len(kept) <= point <= len(str(GREATEST)) or int(kept.ljust(point, "0")) > GREATEST:
        raise Refused
    return int(kept.ljust(point, "0")) * (-1 if text.startswith("-") else 1)


def unique(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise Refused
    return dict(pairs)


def refuse(_):
    raise Refused


def parse(text):
    try:
        value = json.loads(text, parse_int=number, parse_float=number, parse_constant=refuse, object_pairs_hook=unique)
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # a lone surrogate cannot be encoded
        return value
    except (ValueError, Refused, RecursionError):
        raise Refused from None


# Schema: the few keywords that the schemas of reports use

TYPES = {"object": dict, "string": str, "null": type(None), "integer": int}


def valid(value, schema, root):
    if "$ref" in schema and not valid(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root):
        return False
    if "anyOf" in schema and not any(valid(value, one, root) for one in schema["anyOf"]):
        return False
    if "not" in schema and valid(value, schema["not"], root):
        return False
    if "type" in schema and (not isinstance(value, TYPES[schema["type"]]) or isinstance(value, bool)):
        return False
    if "const" in schema and value != schema["const"] or "enum" in schema and value not in schema["enum"]:
        return False
    if isinstance(value, str):
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
            return False
        if "pattern" in schema and not re.search(schema["pattern"], value):
            return False
    if isinstance(value, int):
        if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            return False
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        if any(key not in value for key in schema.get("required", [])) or any(key not in known for key in value):
            return False
        return all(valid(part, known[key], root) for key, part in value.items())
    return True


def accepted(text, kind):
    """The value of a text that is a report or draft; None for any other."""
    try:
        value = parse(text)
    except Refused:
        return None
    edition = value.get("edition") if isinstance(value, dict) else None
    if edition not in EDITIONS or not valid(value, SCHEMAS[kind, edition], SCHEMAS[kind, edition]):
        return None
    return value


# Canonical JSON

ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def quoted(text):
    return '"' + "".join(ESCAPES.get(c) or (f"\\u{ord(c):04x}" if c < " " else c) for c in text) + '"'


def written(value, schema, root):
    if not isinstance(value, dict):
        return quoted(value) if isinstance(value, str) else "null" if value is None else str(value)
    while "properties" not in schema:
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        else:
            schema = next(one for one in schema["anyOf"] if "properties" in one)
    parts = [f"{quoted(key)}:{written(value[key], part, root)}" for key, part in schema["properties"].items() if key in value]
    return "{" + ",".join(parts) + "}"


def canonical(text):
    value = accepted(text, "draft")
    if value is None:
        return None
    schema = SCHEMAS["draft", value["edition"]]
    return written(value, schema, schema)


# Money and CSV


def fen(text):
    if not isinstance(text, str) or not AMOUNT.fullmatch(text):
        return None
    whole, _, decimals = text.partition(".")
    return int(whole) * 10**6 + int(decimals.ljust(6, "0"))


def amount(number_of_fen):
    whole, decimals = divmod(number_of_fen, 10**6)
    return f"{whole}.{decimals:06d}".rstrip("0").rstrip(".")


SPACES = "\t-\r \u00a0\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
UNPRINTABLE = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff"


def field(value):
    if not isinstance(value, str):
        return "" if value is None else str(value)
    text = re.sub("[\ud800-\udfff]", "\ufffd", re.sub(f"[{UNPRINTABLE}]", "", value))
    text = ("'" if re.match(rf"[\t\r\n]|[{SPACES}]*[=+\-@＝＋－＠]", text) else "") + text
    return '"' + text.replace('"', '""') + '"' if re.search(r"[\",\r\n']", text) else text


# Rules

BLANK, NOTHING = "blank", "no figure"


def raw(report, address):
    for key in address.split("."):
        report = report.get(key) if isinstance(report, dict) else None
    return report


def figure(report, address):
    """An integer; BLANK for what is blank or absent; NOTHING for what is there and is no figure."""
    value = raw(report, address)
    if value is None:
        return BLANK
    if CELLS[report["edition"]].get(address) == "amount":
        value = fen(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= GREATEST else NOTHING


def within(report, address):
    """A figure of its domain; BLANK for any other, which no sum over levels counts."""
    value = figure(report, address)
    unit = CELLS[report["edition"]].get(address)
    return value if isinstance(value, int) and (value >= 0 or unit == "change") else BLANK


def added(reports, address):
    figures = [within(report, address) for report in reports]
    return sum(figures) if figures and all(isinstance(one, int) for one in figures) else BLANK


def linear(rule, figures):
    total = 0
    for coefficient, address, report in rule["terms"]:
        value = figures[report](address)
        if not isinstance(value, int):
            return "undetermined"
        total += coefficient * value
    difference = total - rule["constant"]
    holds = {"=": difference == 0, "<=": difference <= 0, ">=": difference >= 0}[rule["relation"]]
    return "holds" if holds else "violated"


def domain(rule, report):
    value = figure(report, rule["address"])
    if value == BLANK:
        return "undetermined"
    least = rule["domain"]["min"]
    return "holds" if isinstance(value, int) and (least is None or value >= least) else "violated"


def outcomes(report, scope, asked, previous=None, children=(), complete=True):
    figures = {
        "this": lambda address: (within if scope == "levels" else figure)(report, address),
        "previous": lambda address: figure(previous, address),
        "children": lambda address: added(children, address),
    }
    result = {}
    for rule in RULES[report["edition"]]:
        if rule["scope"] != scope or rule["kind"] == "function" or asked and rule["id"] not in asked:
            continue
        if scope == "years" and previous["edition"] not in rule["previousEditions"]:
            continue
        if scope == "levels" and (rule["family"] == "level") != complete:
            continue
        result[rule["id"]] = domain(rule, report) if rule["kind"] == "domain" else linear(rule, figures)
    return result


def level_outcomes(report, children, asked, complete):
    """Where a report or a figure below is missing, less than the sum of the others is still too little, unless figures may be negative."""
    children, whole = belonging(children, report["edition"], report.get("year"), report)
    result = outcomes(report, "levels", asked, children=children if whole else (), complete=complete)
    for rule in RULES[report["edition"]]:
        if result.get(rule["id"]) != "undetermined":
            continue
        address = rule["terms"][0][1]
        own = within(report, address)
        known = [one for one in (within(child, address) for child in children) if one != BLANK]
        if own != BLANK and CELLS[report["edition"]][address] != "change" and own < sum(known):
            result[rule["id"]] = "violated"
    return result


def summary(judged):
    """Status and counts of pairs of severity and outcome."""
    hard = [outcome for severity, outcome in judged if severity == "error"]
    status = "unbalanced" if "violated" in hard else "undetermined" if "undetermined" in hard or not hard else "balanced"
    counts = {name: sum(outcome == name for _, outcome in judged) for name in ("holds", "violated", "undetermined")}
    return {"status": status, "counts": counts}


def status(report, profile):
    said = outcomes(report, "report", None)
    judged = []
    for rule in RULES[report["edition"]]:
        severity = profile.get(rule["id"], profile.get(rule["family"], rule["severity"]))
        if rule["id"] in said and rule["basis"] != "heuristic" and severity != "off":
            judged.append((severity, said[rule["id"]]))
    return summary(judged)


# Years and dates


def name_key(name):
    """A name as names are compared: full-width signs half-width, no spaces of any kind."""
    half = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in name)
    return re.sub(f"[{SPACES}]", "", half)


def agencies(one, other):
    """Whether two reports are of one agency, and what told: a code, a region, the names; nothing where they do not say enough."""
    one, other = one.get("agency") or {}, other.get("agency") or {}
    for key in ("unifiedSocialCreditCode", "regionCode", "name"):
        if key in one and key in other:
            equal = name_key(one[key]) == name_key(other[key]) if key == "name" else one[key] == other[key]
            if not equal or key != "regionCode":
                return "holds" if equal else "violated", key
    return "undetermined", None


def links(previous, current, asked=None):
    """Outcomes of what ties two reports together; across a gap, and where a code tells two agencies apart, nothing is compared."""
    said = outcomes(current, "years", asked, previous=previous)
    same, told_by = agencies(previous, current)
    apart = same == "violated" and told_by != "name"
    return said if current["year"] == previous["year"] + 1 and not apart else dict.fromkeys(said, "undetermined")


def series(reports):
    severity = {rule["id"]: rule["severity"] for edition in EDITIONS for rule in RULES[edition]}
    said = [("years.stated", "holds" if "year" in report else "violated") for report in reports]
    by_year = {}
    for report in reports:
        if "year" in report:
            by_year.setdefault(report["year"], []).append(report)
    said += [("years.unique", "holds" if len(same) == 1 else "violated") for same in by_year.values()]
    ordered = [by_year[year][0] for year in sorted(by_year)]
    for previous, current in zip(ordered, ordered[1:]):
        gap = current["year"] != previous["year"] + 1
        said.append(("years.sameAgency", agencies(previous, current)[0]))
        said.append(("years.consecutive", "violated" if gap else "holds"))
        said += links(previous, current).items()
        if not gap:
            said.append(("years.sameEdition", "holds" if previous["edition"] == current["edition"] else "violated"))
    said.append(("years.compared", "holds" if len(ordered) > 1 else "undetermined"))
    conditions = {}
    for rule, outcome in said:
        if rule.startswith("years."):
            conditions[rule] = min(outcome, conditions.get(rule, "holds"), key=["violated", "undetermined", "holds"].index)
    status_of_all = summary([(severity[rule], outcome) for rule, outcome in said])["status"]
    return {"status": status_of_all, "years": sorted(by_year), "conditions": conditions}


def filing(report):
    year, signed, published = report.get("year"), report.get("signedOn"), report.get("publishedOn")
    agency, fee = report.get("agency") or {}, report.get("informationProcessingFee")
    over = None if year is None else f"{year}-12-31"
    dates = [date for date in (published, signed) if date]
    date = dates[0] if dates else None

    def judged(known, right):
        return "undetermined" if not known else "holds" if right() else "violated"

    def due(kind):
        return f"{year + 1}-{PARAMETERS['deadlines'][kind]['month']:02d}-{PARAMETERS['deadlines'][kind]['day']:02d}"

    dated = over is not None and date is not None
    # Of whom nobody says what kind it is: in time for departments is in time for all, too late for governments too late for all.
    by = [] if not dated else [due(kind) for kind in ([agency["kind"]] if "kind" in agency else PARAMETERS["deadlines"])]
    bound = dated and date > over and agency.get("level") != "township" and min(by) >= IN_FORCE["regulations"]
    in_time = [date <= one for one in by] if bound else []
    charged = fee is not None and YUAN.fullmatch(fee) and (over is None or over >= IN_FORCE["feeMeasures"])
    return {
        "filing.deadline": judged(in_time and len(set(in_time)) == 1, lambda: in_time[0]),
        "filing.yearIsOver": judged(dated, lambda: all(one > over for one in dates)),
        "filing.signedFirst": judged(signed and published, lambda: signed <= published),
        "filing.feeMultiple": judged(charged, lambda: Fraction(fee) % PARAMETERS["fee"]["unit"] == 0),
    }


# Levels


def most(values):
    """The value that comes up most often; of several the first."""
    return max(dict.fromkeys(values), key=values.count, default=None)


def belonging(given, edition, year, parent):
    """The reports that are added up, of one edition and year, the first of each agency; and whether these are all but the parent's own."""
    of_edition = [report for report in given if report["edition"] == edition]
    year = year or most([report["year"] for report in of_edition if "year" in report])
    right = [report for report in of_edition if report.get("year", year) == year]
    below = [report for report in right if agencies(report, parent)[0] != "holds"]
    taken = []
    for report in below:
        if not any(agencies(report, other)[0] == "holds" for other in taken):
            taken.append(report)
    return taken, len(given) - len(right) + len(below) == len(taken)


def consolidated(reports, addresses):
    edition = most([report["edition"] for report in reports])
    reports, _ = belonging(reports, edition, None, {})
    sums = {address: added(reports, address) for address in addresses if address in CELLS[edition]}
    text = {a: amount(s) if CELLS[edition][a] == "amount" else str(s) for a, s in sums.items() if s != BLANK}
    return {address: text.get(address) for address in sums}


# Sentences and crosswalk


def sentence(code, params, language):
    def value(match):
        opening, name, closing = match.groups(default="")
        given = params.get(name, "{" + name + "}")
        said = str(given[language] if isinstance(given, dict) else given)
        return "" if opening and closing and said == "" else opening + said + closing

    return re.sub(r"( ?[（(])?\{(\w+)\}([）)])?", value, SENTENCES[code][language])


def crosswalk(start, end, address):
    entry = next((one for one in WALKS[start, end] if address in one["from"] + one["to"]), None)
    return entry and {key: entry[key] for key in ("kind", "from", "to")}


def digest(text):
    written_text = canonical(text)
    return written_text and hashlib.sha256(written_text.encode("utf-8")).hexdigest()


def draft(text):
    return json.loads(text)


OPERATIONS = {
    "schema": lambda q: accepted(q["text"], q["kind"]) is not None,
    "canonical": lambda q: canonical(q["text"]),
    "digest": lambda q: digest(q["text"]),
    "money": lambda q: None if fen(q["text"]) is None else str(fen(q["text"])),
    "csv": lambda q: ",".join(field(one) for one in q["fields"]),
    "sentence": lambda q: sentence(q["code"], q["params"], q["language"]),
    "rules": lambda q: outcomes(draft(q["draft"]), "report", q.get("rules")),
    "status": lambda q: status(draft(q["draft"]), q["profile"]),
    "years": lambda q: links(draft(q["previous"]), draft(q["draft"]), q.get("rules")),
    "levels": lambda q: level_outcomes(draft(q["draft"]), [draft(one) for one in q["children"]], q.get("rules"), q["complete"]),
    "series": lambda q: series([draft(one) for one in q["drafts"]]),
    "filing": lambda q: filing(draft(q["draft"])),
    "consolidate": lambda q: consolidated([draft(one) for one in q["drafts"]], q["addresses"]),
    "crosswalk": lambda q: crosswalk(q["from"], q["to"], q["address"]),
}

for line in sys.stdin:
    question = json.loads(line)
    operation = OPERATIONS.get(question["op"])
    answer = {"skip": True} if operation is None else {"result": operation(question)}
    print(json.dumps({"id": question["id"], **answer}))
