"""Holds the cases of the schemas against the `jsonschema` library. Usage: python3 check_schemas.py FOLDER"""

import copy
import json
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("jsonschema is not here")
    sys.exit(0)

ROOT = Path(sys.argv[1])


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def edited(base, case):
    value = copy.deepcopy(base)
    for path, new in [*case["set"].items(), *((path, None) for path in case["remove"])]:
        *above, last = path.split(".")
        at = value
        for key in above:
            if not isinstance(at.get(key), dict):
                at[key] = {}
            at = at[key]
        if path in case["set"]:
            at[last] = new
        else:
            at.pop(last, None)
    return value


wrong = 0
total = 0
for path in sorted(ROOT.glob("schema/*.schema.json")):
    Draft202012Validator.check_schema(load(path))
for path in sorted(ROOT.glob("cases/schema/*.json")):
    file = load(path)
    validators = {kind: Draft202012Validator(load(ROOT / f"schema/{kind}-{file['edition']}.schema.json")) for kind in ("report", "draft")}
    for case in file["cases"]:
        base = file["base"] if case["base"] == "full" else {"edition": file["edition"]}
        total += 1
        if validators[case["kind"]].is_valid(edited(base, case)) != case["valid"]:
            wrong += 1
            print("differs:", file["edition"], case["id"])
print(f"{total} cases, {wrong} differ")
sys.exit(1 if wrong else 0)
