"""All rules of recognition, by their names: for the command `archive rules` and for the tests."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator

from archive_builder import recognise
from archive_builder.recognise.grammar.labels import RuleTable
from archive_builder.recognise.grammar.rule import Rule, compiled
from archive_builder.settings import Vocabulary


def tables() -> Iterator[tuple[str, RuleTable]]:
    """Each table of rules with the name it is defined under; a rule that stands alone is a table of one."""
    seen: set[int] = set()
    for info in sorted(pkgutil.walk_packages(recognise.__path__, f"{recognise.__name__}."), key=_name):
        module = importlib.import_module(info.name)
        named = vars(module).items()
        longest = sorted(((name, _rules_of(value)) for name, value in named), key=_length, reverse=True)
        for name, rules in longest:
            if rules and any(id(rule) not in seen for rule in rules):
                seen |= {id(rule) for rule in rules}
                yield f"{module.__name__.removeprefix(f'{recognise.__name__}.')}.{name}", rules


def _name(info: pkgutil.ModuleInfo) -> str:
    return info.name


def _length(table: tuple[str, RuleTable]) -> int:
    return len(table[1])


def _rules_of(value: object) -> RuleTable:
    """The rules that a module's variable holds: one, or a tuple or mapping of nothing else."""
    if isinstance(value, Rule):
        return RuleTable(value)
    if isinstance(value, RuleTable):
        return value
    members: Iterable[object] = ()
    if isinstance(value, tuple):
        members = value
    elif isinstance(value, dict):
        members = value.values()
    rules = RuleTable(*(member for member in members if isinstance(member, Rule)))
    return rules if rules and len(rules) == len(value) else RuleTable()  # type: ignore[arg-type]


def rules() -> dict[str, Rule]:
    """Every rule by its name. Two rules of one name are an error of ours: ValueError."""
    found: dict[str, Rule] = {}
    for table, members in tables():
        for rule in members:
            if found.setdefault(rule.name, rule) is not rule:
                raise ValueError(f"{table}: another rule is called {rule.name} too")
    return found


def compile_rules(vocabulary: Vocabulary) -> None:
    """Compile the patterns of all rules, so that workers that are forked from this process have them."""
    for rule in rules().values():
        compiled(rule.pattern, vocabulary)
