//! What is remembered in the configuration.

use std::{fs, io, path::Path};

use toml_edit::{Array, Document, DocumentMut, Item, Value};

use crate::{CliError, whole::write_whole};

/// Adds `entry` to `keep` in the configuration `file`, whose layout and comments stay.
///
/// # Errors
/// The file can't be read or written, or `keep` in it is no list.
pub(crate) fn remember(file: &Path, entry: &str) -> Result<(), CliError> {
    let text = fs::read_to_string(file).map_err(|source| CliError::Read { path: file.to_owned(), source })?;
    let unwritable = |source| CliError::Write { path: file.to_owned(), source };
    let text = with_kept(&text, entry).map_err(|problem| unwritable(io::Error::other(problem)))?;
    write_whole(file, &text).map_err(unwritable)
}

/// Where `entry` stands in the `keep` of `text`, behind its quote.
pub(crate) fn place(text: &str, entry: &str) -> Option<usize> {
    let document = Document::parse(text).ok()?;
    let kept = document.get("keep")?.as_array()?.iter().find(|known| known.as_str() == Some(entry))?;
    let span = kept.span()?;
    let within = text.get(span.clone())?.find(entry).unwrap_or_default();
    Some(span.start + within)
}

/// `text` with `entry` in its `keep`, laid out as the entries before it.
fn with_kept(text: &str, entry: &str) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| error.to_string())?;
    let list = document.entry("keep").or_insert_with(|| Item::Value(Value::Array(Array::new())));
    let list = list.as_array_mut().ok_or("`keep` is no list")?;
    if !list.iter().any(|known| known.as_str() == Some(entry)) {
        push(list, entry);
    }
    Ok(document.to_string())
}

/// Adds a text to a list, laid out as those before it; comments stay with what they stand behind.
pub(crate) fn push(list: &mut Array, text: &str) {
    let before = list.iter().last().and_then(|last| last.decor().prefix()?.as_str()).unwrap_or_default();
    let mut prefix = before.rfind('\n').and_then(|line| before.get(line..)).map(str::to_owned);
    // A comment behind the last entry stays with it.
    if let Some((comment, rest)) = list.trailing().as_str().and_then(|text| text.split_once('\n'))
        && comment.contains('#')
    {
        prefix = Some(format!("{comment}{}", prefix.as_deref().unwrap_or("\n    ")));
        let rest = format!("\n{rest}");
        list.set_trailing(rest);
    }
    list.push(text);
    let last = list.len().saturating_sub(1);
    if let (Some(prefix), Some(added)) = (prefix, list.get_mut(last)) {
        added.decor_mut().set_prefix(prefix);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_added_and_the_rest_of_the_file_stays() {
        for (name, text, expected) in [
            ("nothing", "", "keep = [\"t.c\"]\n"),
            ("a list", "keep = [\"a\"] # why\n", "keep = [\"a\", \"t.c\"] # why\n"),
            ("it is there", "keep = ['t.c']\n", "keep = ['t.c']\n"),
            (
                "lines, comments and a table",
                "# head\nurl = 'x'  # here\nkeep = [\n    \"a\", # first\n    \"b\",\n]\n\n[types]\n\"x\" = \"text\"\n",
                "# head\nurl = 'x'  # here\nkeep = [\n    \"a\", # first\n    \"b\",\n    \"t.c\",\n]\n\n[types]\n\"x\" = \"text\"\n",
            ),
            (
                "a comment behind the last",
                "keep = [\n    \"a\",\n    \"b\", # second\n]\n",
                "keep = [\n    \"a\",\n    \"b\", # second\n    \"t.c\",\n]\n",
            ),
            (
                "a table and no list",
                "url = 'x'\n\n[types]\n\"x\" = \"text\"\n",
                "url = 'x'\nkeep = [\"t.c\"]\n\n[types]\n\"x\" = \"text\"\n",
            ),
        ] {
            let found = with_kept(text, "t.c").unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(found, expected, "{name}");
            assert!(limbeck::Settings::parse(&found).is_ok_and(|settings| settings.keep.contains(&"t.c".to_owned())));
        }
        assert!(with_kept("keep = 1", "t").is_err());
    }

    #[test]
    fn an_entry_is_found_in_its_list_and_nowhere_else() {
        let text = "entities = [\"logs\"] # keep \"logs\"\nkeep = [\n    'logs.*',\n    \"logs\",\n]\n";
        for (entry, expected) in [("logs", "logs\",\n]\n"), ("logs.*", "logs.*',"), ("nowhere", "")] {
            let rest = place(text, entry).map(|at| &text[at..]).unwrap_or_default();
            assert!(rest.starts_with(expected) && rest.is_empty() == expected.is_empty(), "{entry}: {rest}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_linked_file_stays_one_with_its_permissions() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let folder = tempfile::tempdir().expect("a folder");
        let (file, link) = (folder.path().join("shared.conf"), folder.path().join("limbeck.toml"));
        fs::write(&file, "").expect("a file");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions");
        symlink(&file, &link).expect("a link");
        remember(&link, "logs").expect("it is written");
        assert_eq!(fs::read_to_string(&file).expect("the file"), "keep = [\"logs\"]\n");
        assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2);
    }
}
