"""Checks the published descriptions: check_documents.py API_FOLDER DEPLOY_FOLDER FIXTURE_FOLDER.

Every OpenAPI file must be valid OpenAPI 3.1; in an AsyncAPI file every reference must lead somewhere and every schema
must be a valid JSON Schema; every JSON file under the deploy folder must be JSON without repeated keys. The messages must
be those of the fixtures, which the tests of the contracts read and write, and their queues those of the broker.
"""
import json
import pathlib
import sys

import yaml
from check_fixtures import check_fixtures
from check_topology import check_topology
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate


def references(node):
    """Yields each $ref below a node."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from references(child)


def resolve(document, reference):
    """Follows a JSON pointer inside a document; raises KeyError where it leads nowhere."""
    for part in reference.removeprefix("#/").split("/"):
        part = part.replace("~1", "/").replace("~0", "~")
        document = document[int(part)] if isinstance(document, list) else document[part]
    return document


def check_asyncapi(document):
    """Checks an AsyncAPI document as far as can be done without its specification."""
    if not str(document["asyncapi"]).startswith("3."):
        raise ValueError("not AsyncAPI 3")
    for reference in references(document):
        if not reference.startswith("#/"):
            raise ValueError(f"{reference} leads out of the file")
        resolve(document, reference)
    for schema in document.get("components", {}).get("schemas", {}).values():
        Draft202012Validator.check_schema(schema)
    for message in document.get("components", {}).get("messages", {}).values():
        Draft202012Validator.check_schema(message.get("payload", {}))


def check_description(path):
    """Checks one YAML file of the API folder."""
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "asyncapi" in document:
        check_asyncapi(document)
    elif str(document.get("openapi", "")).startswith("3.1"):
        validate(document)
    else:
        raise ValueError("neither OpenAPI 3.1 nor AsyncAPI")


def without_repeats(pairs):
    """Makes a JSON object, refusing a key written twice."""
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError(f"a key is repeated among {[key for key, _ in pairs]}")
    return dict(pairs)


def check_json(path):
    """Checks one JSON file."""
    json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=without_repeats)


def main(api, deploy, fixtures):
    """Checks everything, reports every failure, and returns the exit code."""
    api, deploy, fixtures = pathlib.Path(api), pathlib.Path(deploy), pathlib.Path(fixtures)
    checks = [(check_description, path) for path in sorted(api.glob("*.yaml"))]
    checks += [(check_json, path) for folder in (deploy, fixtures) for path in sorted(folder.rglob("*.json"))]
    messages = api / "messages.yaml"
    checks.append((lambda folder: check_fixtures(yaml.safe_load(messages.read_text("utf-8")), folder), fixtures))
    checks.append(
        (
            lambda path: check_topology(yaml.safe_load(messages.read_text("utf-8")), json.loads(path.read_text("utf-8"))),
            deploy / "rabbitmq" / "definitions.json",
        )
    )
    failures = 0
    for check, path in checks:
        try:
            check(path)
            print(f"ok      {path}")
        except Exception as error:  # each kind of failure is to be reported beside its file
            failures += 1
            print(f"error: {path}: {type(error).__name__}: {error}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
