"""Rules folders and a profile -> Checklist; the only loader.

The rules of the package stand ready in rules/built.json. An installed package trusts it; a checkout (where
pyproject.toml stands beside it) compares the digest of the YAML with that of which it was built and
builds anew where they differ. Rules given by the user are added and kept built in the user's cache folder.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from checklist import caching, storing
from checklist.errors import Fault, RuleError, UserError
from checklist.model import Checklist, Rulebook
from checklist.obstacles import obstacle
from checklist.profile import Profile
from checklist.profiles import checklist_for

# The packages stand side by side everywhere; importlib.resources costs 8 ms to say the same.
RULES = Path(__file__).parent.parent / "rules"
BUILT = "built.json"
# What else stands beside the rules; only what the package brings is read.
TONES, LEXICON = "tones", "lexicon.txt"

Files = tuple[tuple[str, bytes], ...]


def load(extra: Sequence[Path] = (), profile: str = "national") -> Checklist:
    """The checklist of a profile, from the rules of the package and `extra`. Raises RuleError, UserError."""
    return checklist_for(rulebook(extra), profile)


def profiles(extra: Sequence[Path] = ()) -> tuple[Profile, ...]:
    """The profiles there are. Raises RuleError, UserError."""
    return rulebook(extra).profiles


def rulebook(extra: Sequence[Path] = ()) -> Rulebook:
    """Everything the rules say, before a profile is chosen. Raises RuleError, UserError."""
    return _extended(extra) if extra else _shipped()


def unasked(rules: Rulebook, checklist: Checklist) -> dict[str, str]:
    """The items beyond those of the package that the profile does not ask for: each with a profile that adds it."""
    asked = {item.id for item in checklist.items}
    adding = {item: profile.id for profile in reversed(rules.profiles) for item in profile.adds if item not in asked}
    shipped = {item.id for item in _shipped().items} if adding else set()
    return {item: profile for item, profile in adding.items() if item not in shipped}


def clone() -> Path:
    """The rules of the clone that runs. Raises UserError in an installed copy: none is changed unasked."""
    if not _in_clone():
        message = f"现在运行的是装好的一份（{RULES}），不是克隆的源码"
        raise UserError(message, "写明规则文件夹，如 lawgov-rules docs rules；或者在克隆里执行 pip install -e .")
    return RULES


def _in_clone() -> bool:
    return (RULES.parent / "pyproject.toml").exists()


def lint(extra: Sequence[Path] = ()) -> tuple[Fault, ...]:
    """Every fault of the rules of the package and `extra`, then of the waiver files in `extra`. Raises UserError.

    A file that cannot be read hides no fault of another that is one without it (`Fault.unread`). What rules say for
    nothing is told where nothing is wrong with them: of a misspelt key every list looks unused.
    """
    from checklist import waiver_files
    from checklist.gathering import Gathered
    from checklist.parsing import parse
    from checklist.surplus import surplus_of
    from checklist.validation import DATES, faults_of

    _require_usable(extra)
    sources = [parse(name, raw, (*DATES, *waiver_files.DATES)) for name, raw in read_files((RULES, *extra))]
    rules = [source for source in sources if not waiver_files.is_one(source)]
    waivers = [source for source in sources if waiver_files.is_one(source)]
    known = waiver_files.of_rules(Gathered(rules))
    tones = {file.stem for file in (RULES / TONES).glob("*.json")}
    return (*(faults_of(rules, tones) or surplus_of(rules)), *waiver_files.faults_of(waivers, known))


def rebuild(folder: Path = RULES) -> tuple[Path, ...]:
    """Writes built.json and README.md of a folder of rules, returns both. Raises RuleError, UserError."""
    from checklist import measured
    from checklist.handbook import handbook

    files = read_files((folder,))
    built = stored_form(files, stamp_of(files))
    targets = (folder / BUILT, folder / "README.md")
    caching.write_whole(targets[0], built)
    caching.write_whole(targets[1], handbook(storing.load(built), measured.read(folder)).encode())
    return targets


def compiled(files: Files) -> Rulebook:
    """The rulebook that the files make. Raises RuleError with every fault of all of them."""
    # By way of its stored form, in which equal word sets are one: they are looked up by identity.
    return storing.load(stored_form(files, ""))


def stored_form(files: Files, stamp: str) -> bytes:
    """The same as it is stored; `stamp` says of what it was built. Raises RuleError."""
    # YAML and its checking cost 100 ms to import; a run on rules that stand built never needs them.
    from checklist.building import build
    from checklist.parsing import parse
    from checklist.validation import DATES, faults_of
    from checklist.waiver_files import misplaced

    sources = [parse(name, raw, DATES) for name, raw in files]
    faults = misplaced(sources) or faults_of(sources)
    if faults:
        raise RuleError(faults)
    return storing.dump(build(sources), stamp)


def stamp_of(files: Files) -> str:
    """One digest of the files' names and contents and of the layout in which they are stored."""
    # Loads OpenSSL, for nothing where the rules of an installed package are trusted as they stand.
    import hashlib

    digest = hashlib.sha256(storing.layout().encode())
    for name, raw in files:
        digest.update(f"{name}\0{len(raw)}\0".encode())
        digest.update(raw)
    return digest.hexdigest()


def read_files(paths: Iterable[Path]) -> Files:
    """The rules files below the paths, each once, folders in the order of names. Raises UserError."""
    found: dict[Path, tuple[str, Path]] = {}
    for path in paths:
        for name, file in _files_below(path):
            found.setdefault(file.resolve(), (name, file))
    return tuple((name, _read(name, file)) for name, file in found.values())


def _files_below(path: Path) -> list[tuple[str, Path]]:
    if path.is_file():
        return [(str(path), path)]
    if not path.is_dir():
        raise UserError(f"找不到规则文件或文件夹：{path}", "请检查路径")
    files = sorted(file for file in path.rglob("*") if file.suffix in (".yaml", ".yml") and file.is_file())
    inner = {file: file.relative_to(path) for file in files}
    visible = {file: name for file, name in inner.items() if not any(p.startswith(".") for p in name.parts)}
    if not visible:
        raise UserError(f"文件夹里没有规则文件（.yaml）：{path}", "规则文件的后缀应为 .yaml")
    shown = Path(RULES.name) if path == RULES else path
    return [(str(shown / name), file) for file, name in visible.items()]


def _read(name: str, file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(f"读不了规则文件：{name}（{obstacle(error)}）", "请检查文件的权限") from None


def _require_usable(paths: Iterable[Path]) -> None:
    """Raises UserError where somebody gives a table of tones or a lexicon: it would be passed over in silence."""
    for path in paths:
        for file in sorted(path.rglob("*") if path.is_dir() else [path]):
            if _is_table(file) and not file.resolve().is_relative_to(RULES.resolve()):
                message = f"--rules 只读要素和规则（.yaml），{file} 用不上"
                hint = "请移到别处；要换用词倾向表或词表：克隆源码，pip install -e . 安装，再换那里 rules 文件夹里的"
                raise UserError(message, hint)


def _is_table(file: Path) -> bool:
    if file.suffix != ".json":
        return file.name == LEXICON
    return file.parent.name == TONES or (RULES / TONES / file.name).exists()


def _shipped() -> Rulebook:
    try:
        stored = (RULES / BUILT).read_bytes()
    except FileNotFoundError:
        stored = b""
    if stored and not _in_clone():
        return storing.load(stored)
    files = read_files((RULES,))
    return storing.load(stored) if storing.stamp_of(stored) == stamp_of(files) else compiled(files)


def _extended(extra: Sequence[Path]) -> Rulebook:
    _require_usable(extra)
    files = read_files((RULES, *extra))
    key = stamp_of((*files, ("code", _code_stamp().encode())))
    kept = caching.read(key)
    if kept is not None and storing.stamp_of(kept) == key:
        try:
            return storing.load(kept)
        except (ValueError, TypeError, LookupError):
            pass  # cut short or of another program: build anew and replace it
    built = stored_form(files, key)
    caching.write(key, built)
    return storing.load(built)


def _code_stamp() -> str:
    """Changes with every version installed and every edit of this package: what it builds may differ then."""
    stats = [(file.name, file.stat()) for file in sorted(Path(__file__).parent.glob("*.*"))]
    return repr([(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats])
