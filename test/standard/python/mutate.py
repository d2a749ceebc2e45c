"""Makes wrong versions of the Python implementation and of the schemas, one change each, and tells which the conformance kit does not find.

Usage: python3 mutate.py FOLDER EVERY < QUESTIONS, a JSON object a line: {"request": {…}, "expected": {"result": …} or {"rule": …, "outcome": …}}.
EVERY is 1 for all versions, n for each n-th. Prints their names, how many were tried, and those that answer every question rightly.
"""

import ast
import copy
import json
import signal
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("implementation.py").read_text(encoding="utf-8")
EVERY = int(sys.argv[2])
QUESTIONS = [json.loads(line) for line in sys.stdin]
# A wrong version may not end.
SECONDS = 60

COMPARED = {
    ast.Eq: [ast.NotEq], ast.NotEq: [ast.Eq], ast.Lt: [ast.LtE, ast.GtE], ast.LtE: [ast.Lt, ast.Gt], ast.Gt: [ast.GtE, ast.LtE],
    ast.GtE: [ast.Gt, ast.Lt], ast.In: [ast.NotIn], ast.NotIn: [ast.In], ast.Is: [ast.IsNot], ast.IsNot: [ast.Is],
}  # fmt: skip
CALCULATED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Mod: ast.Add, ast.Pow: ast.Mult}


def changed(node):
    """Wrong versions of one node."""
    if isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            for other in COMPARED[type(op)]:
                yield ast.Compare(node.left, [*node.ops[:i], other(), *node.ops[i + 1 :]], node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        for i in range(len(node.values)):
            rest = [*node.values[:i], *node.values[i + 1 :]]
            yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
    elif isinstance(node, ast.BinOp) and type(node.op) in CALCULATED:
        yield ast.BinOp(node.left, CALCULATED[type(node.op)](), node.right)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield node.operand
    elif isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)
    elif isinstance(node, ast.Constant) and type(node.value) is str:
        yield ast.Constant(node.value + "x")
    elif isinstance(node, ast.comprehension):
        for i in range(len(node.ifs)):
            yield ast.comprehension(node.target, node.iter, [*node.ifs[:i], *node.ifs[i + 1 :]], node.is_async)


def versions(statement):
    """Wrong versions of a statement, each with its name: where it is, what stood there, what stands there now."""
    name = getattr(statement, "name", None) or ast.unparse(statement.targets[0])
    nodes = list(ast.walk(statement))
    said = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for at, node in enumerate(nodes):
        if id(node) in said:
            continue
        for n, _ in enumerate(changed(node)):
            wrong = copy.deepcopy(statement)
            place = list(ast.walk(wrong))[at]
            new = list(changed(place))[n]
            before, after = ast.unparse(place), ast.unparse(new)
            for parent in ast.walk(wrong):
                for field, value in ast.iter_fields(parent):
                    if value is place:
                        setattr(parent, field, new)
                    elif isinstance(value, list):
                        value[:] = [new if one is place else one for one in value]
            yield f"{name}: {before} → {after}", ast.fix_missing_locations(wrong)


def schema_versions(schema, path):
    """Wrong versions of a schema, made in place one after the other: a word taken out, a bound moved by one, one of a list taken out."""
    if isinstance(schema, list):
        for i, one in enumerate(schema):
            yield from schema_versions(one, f"{path}/{i}")
    if not isinstance(schema, dict):
        return
    for word in list(schema):
        value = schema[word]
        others = []
        if word in ("type", "pattern", "minLength", "maxLength", "minimum", "maximum", "enum", "const", "required", "not", "anyOf", "$ref"):
            others.append(None)
        if word in ("minLength", "maxLength", "minimum", "maximum"):
            others += [value - 1, value + 1]
        if word in ("required", "enum"):
            others += [[one for one in value if one != out] for out in value]
        for other in others:
            schema[word] = other
            if other is None:
                del schema[word]
            left = "" if not isinstance(other, list) else next(one for one in value if one not in other)
            yield f"{path}: {word} {left or other}"
            schema[word] = value
        if word in ("properties", "$defs"):
            for name, one in value.items():
                yield from schema_versions(one, f"{path}/{name}")
        elif word in ("not", "anyOf"):
            yield from schema_versions(value, f"{path}/{word}")


def endless(*_):
    raise TimeoutError


def right(operations, question):
    request, expected = question["request"], question["expected"]
    operation = operations.get(request["op"])
    if operation is None:
        return False
    try:
        given = operation(request)
    except Exception:
        return False
    if "rule" in expected:
        return isinstance(given, dict) and given.get(expected["rule"]) == expected["outcome"]
    return json.dumps(given, sort_keys=True) == json.dumps(expected["result"], sort_keys=True)


def main():
    tree = ast.parse(SOURCE)
    body = [one for one in tree.body if not isinstance(one, ast.For)]
    space = {"__name__": "implementation"}
    exec(compile(ast.Module(body, []), "implementation.py", "exec"), space)
    questions = [question for question in QUESTIONS if question["request"]["op"] in space["OPERATIONS"]]
    assert all(right(space["OPERATIONS"], question) for question in questions)
    asked = {}
    for question in questions:
        asked.setdefault(question["request"]["op"], []).append(question)
    # A few of each first: most wrong versions fail at once.
    first = [one for list_ in asked.values() for one in list_[:: max(1, len(list_) // 60)]]
    signal.signal(signal.SIGALRM, endless)
    names, tried, survivors = [], 0, []

    def chosen(name):
        names.append(name)
        return len(names) % EVERY == 0

    def note(name):
        survivors.append(name)
        print(name, file=sys.stderr, flush=True)

    for (kind, edition), schema in space["SCHEMAS"].items():
        own = [one for one in asked["schema"] if (one["request"]["kind"], one["request"].get("edition")) == (kind, edition)]
        for name in schema_versions(schema, f"{kind}-{edition}"):
            if chosen(name):
                tried += 1
                if all(right(space["OPERATIONS"], one) for one in own):
                    note(name)
    for at, statement in enumerate(body):
        if not isinstance(statement, (ast.FunctionDef, ast.Assign)):
            continue
        for name, mutant in versions(statement):
            if not chosen(name):
                continue
            tried += 1
            own = {"__name__": "mutant"}
            signal.alarm(SECONDS)
            try:
                exec(compile(ast.Module([*body[:at], mutant, *body[at + 1 :]], []), "mutant.py", "exec"), own)
            except Exception:
                continue
            if all(right(own["OPERATIONS"], one) for one in first) and all(right(own["OPERATIONS"], one) for one in questions):
                note(name)
    print(json.dumps({"names": names, "tried": tried, "survivors": survivors}, ensure_ascii=False))


main()
