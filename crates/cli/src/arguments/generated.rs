use clap::{ArgMatches, Args, Command, Error, FromArgMatches};

use super::Generating;

/// What of `revision` counts with `--autogenerate` only: without it each of these flags is refused.
#[derive(Debug)]
pub(crate) struct Generated(pub(crate) Generating);

impl Args for Generated {
    fn augment_args(command: Command) -> Command {
        requiring(Generating::augment_args(command))
    }

    fn augment_args_for_update(command: Command) -> Command {
        requiring(Generating::augment_args_for_update(command))
    }
}

impl FromArgMatches for Generated {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        Generating::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}

fn requiring(command: Command) -> Command {
    let own = Generating::augment_args(Command::new("own"));
    own.get_arguments()
        .fold(command, |command, own| command.mut_arg(own.get_id(), |argument| argument.requires("autogenerate")))
}

#[cfg(test)]
mod tests {
    use clap::{ArgAction, Parser, error::ErrorKind};

    use super::*;
    use crate::arguments::Arguments;

    /// A value that each flag takes, where it takes one.
    fn value(flag: &str) -> Option<&'static str> {
        match flag {
            "deny" => Some("A"),
            "fill" => Some("a.b=1"),
            "no-fill" | "drop" => Some("a.b"),
            "rename" => Some("a=b"),
            "format" => Some("json"),
            _ => Some("a"),
        }
    }

    #[test]
    fn each_flag_of_a_generated_revision_wants_it_generated() {
        let own = Generating::augment_args(Command::new("own"));
        assert!(own.get_arguments().count() > 15, "the flags are found");
        for argument in own.get_arguments() {
            let flag = argument.get_long().expect("a long name");
            let value = value(flag).filter(|_| !matches!(argument.get_action(), ArgAction::SetTrue));
            let words = ["limbeck".to_owned(), "revision".to_owned(), format!("--{flag}")];
            let words: Vec<String> = words.into_iter().chain(value.map(str::to_owned)).collect();
            let refused = Arguments::try_parse_from(&words).expect_err(flag);
            assert_eq!(refused.kind(), ErrorKind::MissingRequiredArgument, "{flag}: {refused}");
            let taken = Arguments::try_parse_from(words.into_iter().chain(["--autogenerate".to_owned()]));
            assert!(taken.is_ok(), "{flag}: {:?}", taken.err());
        }
    }
}
