mod line;
mod proof;
mod steps;

use std::collections::BTreeSet;

use limbeck::{Graph, Migrations, Node, Range, Step};
use limbeck_autogenerate::{Head, RevisionFile, render};
use limbeck_operations::{ddl, replay_all};
use limbeck_schema::{Dialect, Pair, Schema, Server};

use super::revision;
use crate::{
    CliError, Status,
    arguments::{self, Global},
    output::{GREEN, paint},
    project::Project,
    revision_file,
};
use steps::{Before, Squashed};

/// Writes one revision with the same effect as a line of others, which says what it replaces. Their files stay.
pub(super) fn run(global: &Global, squash: &arguments::Squash, migrations: &Migrations) -> Result<Status, CliError> {
    let project = Project::find(global, migrations)?;
    let graph = Graph::of(migrations).map_err(limbeck::Error::from)?;
    let range: Range = squash.range.parse().map_err(limbeck::Error::from)?;
    let chosen = range.inclusive(&graph, &BTreeSet::new()).map_err(limbeck::Error::from)?;
    let (first, last) = line::of(&graph, &chosen, migrations)?;
    let id = revision_file::new_id(&graph, squash.rev_id.as_deref())?;
    let head = head(id, &squash.message, &chosen, (first, last));
    let before = Before::of(&graph, first, migrations, &project.dialects()?)?;
    let squashed = Squashed::of(&chosen, migrations, &before);
    for (dialect, schema) in before.schemas() {
        refuse_unsayable(&squashed.steps, schema, *dialect)?;
    }
    let source = source(&project, &head, &squashed.steps, &before)?;
    proof::verify(&project, &squashed, &before, squash)?;
    say!("{}", squashed.origin.words(chosen.len()));
    if squash.dry_run {
        say!("\n{source}");
        return Ok(Status::Done);
    }
    let path = revision_file::write(&project.versions(), &revision::file(&head), &source)?;
    say!("{} {}", paint(GREEN, "written"), Project::display(&path));
    say!("Keep the files of what it replaces until no database is amid it, then delete them:");
    for node in chosen {
        say!("  {}", Project::display(&project.versions().join(format!("{}.rs", node.file))));
    }
    Ok(Status::Done)
}

/// It follows what the first follows, and bears the labels of all.
fn head(id: String, message: &str, line: &[&Node], (first, last): (&Node, &Node)) -> Head {
    let message = if message.is_empty() { format!("squash {} to {}", first.id, last.id) } else { message.to_owned() };
    Head {
        id,
        parents: first.parents.clone(),
        dependencies: first.dependencies.clone(),
        labels: line.iter().flat_map(|node| node.labels.clone()).collect(),
        replaces: line.iter().map(|node| node.id.clone()).collect(),
        message,
        created: revision_file::now(),
    }
}

/// What a dialect has no statements for is told before anything is written.
fn refuse_unsayable(steps: &Pair<Vec<Step>>, before: &Schema, dialect: Dialect) -> Result<(), CliError> {
    let refused = |problem: String| CliError::Ddl { dialect, problem };
    let server = Server::assumed(dialect);
    ddl::script(&steps.next, before, &server).map_err(|error| refused(error.to_string()))?;
    let mut after = before.clone();
    replay_all(&steps.next, &mut after, dialect).map_err(|error| refused(error.to_string()))?;
    ddl::script(&steps.previous, &after, &server).map_err(|error| refused(error.to_string()))?;
    Ok(())
}

fn source(project: &Project, head: &Head, steps: &Pair<Vec<Step>>, before: &Before) -> Result<String, CliError> {
    let (dialect, schema) = before.of_dialect(project.meant_dialect()).ok_or(CliError::NoDialect)?;
    let source = render(&RevisionFile {
        head,
        upgrade: &steps.next,
        downgrade: &steps.previous,
        before: schema,
        dialect,
        dialects: &before.schemas().keys().copied().collect::<Vec<_>>(),
    });
    let source = source.map_err(|error| CliError::Render(error.to_string()))?;
    Ok(revision_file::formatted(source, &project.root))
}

impl steps::Origin {
    /// Where the operations come from, in words.
    fn words(self, count: usize) -> String {
        match self {
            Self::Schema => format!("What {count} revisions make from nothing, made at once."),
            Self::Steps => format!("The operations of {count} revisions, one after the other."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_says_what_it_replaces_and_keeps_what_the_line_said() {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let node = |id: &str, parents: &str, labels: &str| Node {
            id: id.to_owned(),
            parents: words(parents),
            labels: words(labels),
            ..Node::default()
        };
        let mut line = [node("aa", "rr", "shop"), node("bb", "aa", ""), node("cc", "bb", "till desk")];
        line[0].dependencies = words("mail");
        let nodes: Vec<&Node> = line.iter().collect();
        for (message, expected) in [("", "squash aa to cc"), ("the shop", "the shop")] {
            let head = head("ss".to_owned(), message, &nodes, (&line[0], &line[2]));
            assert_eq!(head.message, expected);
            assert_eq!((head.parents, head.dependencies), (words("rr"), words("mail")));
            assert_eq!((head.labels, head.replaces), (words("shop till desk"), words("aa bb cc")));
        }
    }
}
