use clap::{ArgAction, ArgMatches, Args, Command, Error, FromArgMatches, parser::ValueSource};

use super::{Comparing, Global};
use crate::renaming::for_shell;

/// What was given of the flags that another command has to be given too so that it finds the same, as a shell takes it; each flag behind a blank. A
/// password in a URL is left out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given(pub(crate) String);

impl Args for Given {
    fn augment_args(command: Command) -> Command {
        command
    }

    fn augment_args_for_update(command: Command) -> Command {
        command
    }
}

impl FromArgMatches for Given {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let own = Comparing::augment_args(Global::augment_args(Command::new("own")));
        let mut given = String::new();
        for argument in own.get_arguments() {
            let Some(flag) = argument.get_long().filter(|flag| !["format", "verbose"].contains(flag)) else { continue };
            let id = argument.get_id().as_str();
            if matches.try_contains_id(id).ok() != Some(true)
                || matches.value_source(id) != Some(ValueSource::CommandLine)
            {
                continue;
            }
            if matches!(argument.get_action(), ArgAction::SetTrue) {
                given.push_str(&format!(" --{flag}"));
                continue;
            }
            for value in matches.try_get_raw(id).ok().flatten().into_iter().flatten() {
                let value = value.to_string_lossy();
                let value = if flag == "url" { limbeck::display_url(&value) } else { value.into_owned() };
                given.push_str(&format!(" --{flag} {}", for_shell(&value)));
            }
        }
        Ok(Self(given))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use crate::arguments::{Arguments, Command};

    #[test]
    fn what_was_given_is_given_again() {
        for (line, expected) in [
            ("check", ""),
            ("check -v --format json --deny A", ""),
            ("check --keep logs --keep=a* --no-renames", " --keep logs --keep 'a*' --no-renames"),
            ("--entities src check --features a,b", " --entities src --features a --features b"),
            ("check --fill a.b=1 --url postgres://u:secret@h/d", " --url 'postgres://u:***@h/d' --fill a.b=1"),
            ("check --rename a=b --drop c", " --rename a=b --drop c"),
        ] {
            let words = ["limbeck"].into_iter().chain(line.split(' '));
            let parsed = Arguments::try_parse_from(words).expect(line);
            let Command::Check(check) = parsed.command else { panic!("{line}") };
            assert_eq!(check.given.0, expected, "{line}");
        }
    }
}
