"""Compares the messages of an AsyncAPI document with test documents written by hand.

Each message has one document of its name, and the other way round. The schema must take it, must know each of its
members, and must refuse it without a member that is needed: exactly those are not in optional-members.json.
"""
import copy
import json

from jsonschema import Draft202012Validator, FormatChecker


def closed(node):
    """Returns a schema in which no object has members that are not described."""
    if isinstance(node, dict):
        node = {name: closed(child) for name, child in node.items()}
        if node.get("type") == "object" and isinstance(node.get("properties"), dict):
            node["additionalProperties"] = False
        return node
    return [closed(child) for child in node] if isinstance(node, list) else node


def validator(document, name):
    """Makes the validator of a message's payload; its references lead into the whole document."""
    schema = {"$ref": f"#/components/messages/{name}/payload", "components": closed(document["components"])}
    return Draft202012Validator(schema, format_checker=FormatChecker())


def cuts(node, path=()):
    """Yields the path of each member below a node; places in lists are numbers."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        if isinstance(node, dict):
            yield (*path, key)
        yield from cuts(child, (*path, key))


def without(fixture, path):
    """Returns a copy that lacks the member at a path."""
    fixture = copy.deepcopy(fixture)
    node = fixture
    for key in path[:-1]:
        node = node[key]
    del node[path[-1]]
    return fixture


def check_fixtures(document, folder):
    """Checks the messages of a document against the folder of fixtures; raises ValueError at the first that differs."""
    files = {path.stem: path for path in folder.glob("*.json")}
    optional = json.loads(files.pop("optional-members").read_text(encoding="utf-8"))
    if set(files) != set(document["components"]["messages"]):
        raise ValueError(f"only here or there: {sorted(set(files) ^ set(document['components']['messages']))}")
    for name, path in sorted(files.items()):
        fixture = json.loads(path.read_text(encoding="utf-8"))
        check = validator(document, name)
        for error in check.iter_errors(fixture):
            raise ValueError(f"{name}: {error.json_path}: {error.message}")
        for cut in cuts(fixture):
            written = ".".join(key for key in cut if isinstance(key, str))
            if check.is_valid(without(fixture, cut)) != (written in optional.get(name, [])):
                raise ValueError(f"{name}: {written} is needed on one side and optional on the other")
