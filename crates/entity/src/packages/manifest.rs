//! What a Cargo.toml says, as far as it matters: the crate's name and root, path dependencies, features.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use toml::{Table, Value};

use crate::{Problem, Severity, problems::At};

/// A package's manifest.
#[derive(Debug)]
pub(super) struct Manifest {
    pub(super) name: String,
    /// The library's name in Rust.
    pub(super) crate_name: String,
    /// `src/lib.rs`, or whatever the manifest names; `src/main.rs` where there is no library.
    pub(super) root: PathBuf,
    pub(super) features: BTreeMap<String, Vec<String>>,
    pub(super) dependencies: Vec<Dependency>,
    /// The requirement on the version of SeaORM.
    pub(super) sea_orm: Option<String>,
}

/// What a package depends on; dependencies of tests and of build scripts aside.
#[derive(Clone, Debug)]
pub(super) struct Dependency {
    /// Its key in the manifest, by which features name it.
    pub(super) key: String,
    /// Its name in the sources; `None` where that is the library's own.
    pub(super) crate_name: Option<String>,
    /// The folder, if it is one by path.
    pub(super) path: Option<PathBuf>,
    pub(super) features: Vec<String>,
    pub(super) default_features: bool,
    pub(super) optional: bool,
}

impl Manifest {
    /// The manifest of the package in `folder`; `None` where no package begins there.
    pub(super) fn read(folder: &Path) -> Option<Result<Self, Problem>> {
        let file = folder.join("Cargo.toml");
        let text = fs::read_to_string(&file).ok()?;
        let table = match text.parse::<Table>() {
            Ok(table) => table,
            Err(error) => return Some(Err(unreadable(&file, &text, &error))),
        };
        let package = table.get("package")?.as_table()?;
        let name = package.get("name")?.as_str()?.to_owned();
        let library = table.get("lib").and_then(Value::as_table);
        let stated = |key: &str| library.and_then(|library| library.get(key)).and_then(Value::as_str);
        let crate_name = stated("name").unwrap_or(&name).replace('-', "_");
        let inherited = inherited(folder, &table);
        let mut sea_orm = None;
        let mut dependencies = Vec::new();
        for (key, value) in dependency_tables(&table).into_iter().flatten() {
            let whole = Stated::of(folder, key, value, &inherited);
            if whole.package == "sea-orm" {
                sea_orm = whole.version.clone();
            }
            dependencies.push(whole.dependency);
        }
        Some(Ok(Self {
            crate_name,
            root: root(folder, stated("path")),
            features: features(&table),
            dependencies,
            sea_orm,
            name,
        }))
    }
}

fn root(folder: &Path, stated: Option<&str>) -> PathBuf {
    let library = normal(&folder.join(stated.unwrap_or("src/lib.rs")));
    let program = folder.join("src/main.rs");
    if stated.is_none() && !library.is_file() && program.is_file() { program } else { library }
}

fn features(table: &Table) -> BTreeMap<String, Vec<String>> {
    let features = table.get("features").and_then(Value::as_table);
    let lists = features.into_iter().flatten().map(|(name, list)| (name.clone(), texts(Some(list))));
    lists.collect()
}

/// `[dependencies]`, and those of targets, whichever target it is.
fn dependency_tables(table: &Table) -> Vec<&Table> {
    let own = table.get("dependencies").and_then(Value::as_table);
    let targets = table.get("target").and_then(Value::as_table);
    let of_targets =
        targets.into_iter().flat_map(Table::values).filter_map(|target| target.get("dependencies")?.as_table());
    own.into_iter().chain(of_targets).collect()
}

/// `[workspace.dependencies]` of the workspace that the folder belongs to, and the workspace's folder.
fn inherited(folder: &Path, own: &Table) -> (PathBuf, Table) {
    let dependencies = |table: &Table| {
        let found = table.get("workspace")?.as_table()?.get("dependencies").and_then(Value::as_table);
        Some(found.cloned().unwrap_or_default())
    };
    if let Some(found) = dependencies(own) {
        return (folder.to_owned(), found);
    }
    let above = folder.ancestors().skip(1).find_map(|folder| {
        let text = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
        Some((folder.to_owned(), dependencies(&text.parse::<Table>().ok()?)?))
    });
    above.unwrap_or_default()
}

/// A dependency with what it is called in the registry.
struct Stated {
    package: String,
    version: Option<String>,
    dependency: Dependency,
}

impl Stated {
    fn of(folder: &Path, key: &str, value: &Value, (workspace, shared): &(PathBuf, Table)) -> Self {
        let own = value.as_table();
        let inherits = own.is_some_and(|own| own.get("workspace").and_then(Value::as_bool) == Some(true));
        let (base, folder) =
            if inherits { (shared.get(key).unwrap_or(value), workspace.as_path()) } else { (value, folder) };
        let stated = base.as_table();
        let text = |key: &str| stated.and_then(|stated| stated.get(key)).and_then(Value::as_str).map(str::to_owned);
        let flag = |table: Option<&Table>, keys: [&str; 2]| {
            keys.iter().find_map(|key| table?.get(*key).and_then(Value::as_bool))
        };
        let package = text("package");
        let version = base.as_str().map(str::to_owned).or_else(|| text("version"));
        let mut features = texts(stated.and_then(|stated| stated.get("features")));
        if inherits {
            features.extend(texts(own.and_then(|own| own.get("features"))));
        }
        let default_keys = ["default-features", "default_features"];
        let default_features = flag(stated, default_keys).or_else(|| flag(own, default_keys)).unwrap_or(true);
        Self {
            version,
            dependency: Dependency {
                key: key.to_owned(),
                crate_name: package.is_some().then(|| key.replace('-', "_")),
                path: text("path").map(|path| normal(&folder.join(path))),
                features,
                default_features,
                optional: flag(own, ["optional", "optional"]).unwrap_or(false),
            },
            package: package.unwrap_or_else(|| key.to_owned()),
        }
    }
}

fn texts(list: Option<&Value>) -> Vec<String> {
    let list = list.and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The path without `.` and `..`, so that one folder has one path.
fn normal(path: &Path) -> PathBuf {
    use std::path::Component;
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

fn unreadable(file: &Path, text: &str, error: &toml::de::Error) -> Problem {
    let before = text.get(..error.span().map_or(0, |span| span.start)).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.matches('\n').count() + 1;
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    let At { line, column, length } = At { line, column, length: 1 };
    Problem {
        file: file.to_owned(),
        line,
        column,
        length,
        message: format!("this manifest cannot be read: {}", error.message().trim()),
        help: Some("the types of this package's other modules are not known until it can".to_owned()),
        severity: Severity::Warning,
    }
}
