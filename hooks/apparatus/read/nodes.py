"""Reads YAML into plain values with their places: no tags, no aliases, no deep nesting, no key twice."""

from __future__ import annotations

import re
from typing import NamedTuple

from apparatus.model import Diagnostic
from apparatus.read.places import BOM, Places

DEEPEST = 20  # mappings and lists within each other
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNTAGGED = "write the value without tag, anchor or alias"


class Scalar(NamedTuple):
    """One value as written: what it means, its string, how it is quoted (``'``, ``"``, ``|``, ``>`` or nothing), its offsets."""

    value: object
    string: str
    style: str
    start: int
    end: int


class Mapping(NamedTuple):
    """The keys and values of a mapping in the order written, with the offset of each key."""

    items: list[tuple[str, int, Node]]
    start: int


class Sequence(NamedTuple):
    """The items of a list."""

    items: list[Node]
    start: int


Node = Scalar | Mapping | Sequence


class Unreadable(Exception):
    """The text is not YAML of the plain kind that is read here; carries the finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def compose(text: str, places: Places, code: str, offset: int = 0) -> Node | None:
    """The one document in ``text``, which stands at ``offset`` of the file; None if it is empty. Raises Unreadable."""
    import yaml  # here, because it takes longer to load than all else that reads pages

    skipped = len(BOM) if text.startswith(BOM) else 0
    composer = _Composer(yaml, places, code, offset + skipped)
    return composer.read(text[skipped:])


def value(node: Node) -> object:
    """The plain Python value of a node: str, int, float, bool, date, None, and dicts and lists of these."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key: value(item) for key, _, item in node.items}
    return [value(item) for item in node.items]


class _Composer:
    """Walks PyYAML's events first, which needs no recursion, and composes only what they show to be harmless."""

    def __init__(self, yaml, places: Places, code: str, offset: int) -> None:
        self._yaml, self._places, self._code, self._offset = yaml, places, code, offset
        self._loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._makes = yaml.SafeLoader("")

    def read(self, text: str) -> Node | None:
        if bad := _UNPRINTABLE.search(text):
            raise self._unreadable(bad.start(), f"character U+{ord(bad[0]):04X} is not allowed in YAML", "remove it")
        try:
            self._guard(text)
            loader = self._loader(text)
            try:
                node = loader.get_single_node()
            finally:
                loader.dispose()
        except self._yaml.YAMLError as error:
            raise self._not_yaml(error) from None
        return self._node(node) if node else None

    def _guard(self, text: str) -> None:
        depth, yaml = 0, self._yaml
        for event in yaml.parse(text, Loader=self._loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
                raise self._unreadable(event.start_mark.index, "YAML anchors and aliases are not read", _UNTAGGED, "READ005")
            if getattr(event, "tag", None) is not None:
                raise self._unreadable(event.start_mark.index, f"YAML tag '{event.tag}' is not read", _UNTAGGED)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                message = f"YAML nested deeper than {DEEPEST} levels"
                raise self._unreadable(event.start_mark.index, message, "write a flatter structure", "READ005")

    def _node(self, node) -> Node:
        start = self._offset + node.start_mark.index
        if isinstance(node, self._yaml.SequenceNode):
            return Sequence([self._node(item) for item in node.value], start)
        if isinstance(node, self._yaml.MappingNode):
            return Mapping(self._items(node), start)
        return Scalar(self._value(node), node.value, node.style or "", start, self._offset + node.end_mark.index)

    def _items(self, node) -> list[tuple[str, int, Node]]:
        items, seen = [], set()
        for key, item in node.value:
            index = key.start_mark.index
            if not isinstance(key, self._yaml.ScalarNode):
                raise self._unreadable(index, "a key must be a word", "write a plain key")
            if key.value in seen:
                raise self._unreadable(index, f"key '{_line(key.value)}' stands twice", "keep one of the two")
            seen.add(key.value)
            items.append((key.value, self._offset + index, self._node(item)))
        return items

    def _value(self, node) -> object:
        if node.tag.endswith(":str"):
            return node.value
        try:
            return self._makes.construct_object(node)
        except (self._yaml.YAMLError, ValueError, OverflowError, KeyError, IndexError):
            message = f"'{_line(node.value)}' is not a valid {node.tag.rpartition(':')[2]}"
            raise self._unreadable(node.start_mark.index, message, "correct it or put it in quotation marks") from None

    def _unreadable(self, index: int, message: str, fix: str, code: str = "") -> Unreadable:
        place = self._places.at(min(self._offset + index, len(self._places.text)))
        return Unreadable(Diagnostic(place, code or self._code, message, fix))

    def _not_yaml(self, error) -> Unreadable:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = _line(getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML")
        fix = "check indentation, colons and quotation marks there and in the line above"
        return self._unreadable(mark.index if mark else 0, f"YAML does not parse: {problem}", fix)


def _line(text: str) -> str:
    """Foreign text, fit for a message: on one line and not too long."""
    line = " ".join(str(text).split())
    return line if len(line) <= 60 else line[:59] + "…"
