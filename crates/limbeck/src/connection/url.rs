use limbeck_schema::Dialect;

/// `url` as it may be shown: without the password, in the place for it or in a parameter that is called so.
///
/// ```
/// assert_eq!(limbeck::display_url("postgres://app:secret@db/app"), "postgres://app:***@db/app");
/// ```
pub fn display_url(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) else {
        // Not a URL: perhaps a connection string of another kind, with a password anywhere in it.
        return "***".to_owned();
    };
    let rest = if scheme == "sqlite" { rest.to_owned() } else { without_password(rest) };
    let mut shown = format!("{scheme}:");
    for part in rest.split_inclusive(['?', '&']) {
        shown.push_str(&without_secret(part));
    }
    shown
}

/// The dialect that the URL's scheme names; `mysql:` may turn out to be MariaDB once a server has answered.
pub fn dialect_of_url(url: &str) -> Option<Dialect> {
    match url.split_once(':')?.0.to_ascii_lowercase().as_str() {
        "sqlite" => Some(Dialect::Sqlite),
        "postgres" | "postgresql" => Some(Dialect::Postgres),
        "mysql" => Some(Dialect::MySql),
        "mariadb" => Some(Dialect::MariaDb),
        _ => None,
    }
}

/// RFC 3986, section 3.1.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// `//user:password@host/database` with stars for the password. The last `@` counts: a password may have one that is not escaped.
fn without_password(address: &str) -> String {
    let (slashes, rest) = address.strip_prefix("//").map_or(("", address), |rest| ("//", rest));
    let Some((user, place)) = rest.rsplit_once('@') else {
        return address.to_owned();
    };
    match user.split_once(':') {
        Some((user, _)) => format!("{slashes}{user}:***@{place}"),
        None => address.to_owned(),
    }
}

/// `name=value&` with stars for the value, if the name says that it is a secret.
fn without_secret(parameter: &str) -> String {
    const SECRET: [&str; 3] = ["pass", "secret", "token"];
    match parameter.split_once('=') {
        Some((name, value)) if SECRET.iter().any(|word| name.to_ascii_lowercase().contains(word)) => {
            let end = if value.ends_with('&') { "&" } else { "" };
            format!("{name}=***{end}")
        }
        _ => parameter.to_owned(),
    }
}

/// The password in `url` as it is written there, to be kept out of other people's error messages.
#[cfg(any(test, feature = "sqlite", feature = "postgres", feature = "mysql"))]
fn written_password(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let (user, _) = rest.rsplit_once('@')?;
    user.split_once(':').map(|(_, password)| password).filter(|password| !password.is_empty())
}

/// `message` without the password of `url`, should a driver have repeated it.
#[cfg(any(test, feature = "sqlite", feature = "postgres", feature = "mysql"))]
pub(super) fn scrub(message: &str, url: &str) -> String {
    match written_password(url) {
        Some(password) if message.contains(password) => message.replace(password, "***"),
        _ => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_never_shown() {
        for (url, expected) in [
            ("postgres://app:secret@db:5432/app", "postgres://app:***@db:5432/app"),
            ("postgres://app@db/app", "postgres://app@db/app"),
            ("postgres://db/app", "postgres://db/app"),
            ("mysql://root:@127.0.0.1/x", "mysql://root:***@127.0.0.1/x"),
            ("mysql://a:p@ss:w/rd@h/x?ssl-mode=disabled", "mysql://a:***@h/x?ssl-mode=disabled"),
            ("mysql://a:p?x@h/x", "mysql://a:***@h/x"),
            ("postgres://h/x?user=a&password=secret", "postgres://h/x?user=a&password=***"),
            ("postgres://a:b@h/x?sslPassword=secret&k", "postgres://a:***@h/x?sslPassword=***&k"),
            ("sqlite://dev.db?mode=rwc", "sqlite://dev.db?mode=rwc"),
            ("sqlite::memory:", "sqlite::memory:"),
            ("postgres://h/x?user=a@b&password=s&x=1", "postgres://h/x?user=a@b&password=***&x=1"),
            ("postgres://h:1/x?password=s@b", "postgres://h:***@b"),
            ("sqlite:///home/a:b@c/x.db", "sqlite:///home/a:b@c/x.db"),
            ("host=db password=secret", "***"),
            ("secret", "***"),
            ("", "***"),
        ] {
            assert_eq!(display_url(url), expected, "{url}");
        }
    }

    #[test]
    fn drivers_messages_lose_the_password() {
        let url = "postgres://a:hush@h/x";
        assert_eq!(scrub("can't use hush here", url), "can't use *** here");
        assert_eq!(scrub("can't", "postgres://a@h/x"), "can't");
    }

    #[test]
    fn dialects_are_known_by_scheme() {
        for (url, expected) in [
            ("sqlite://x", Some(Dialect::Sqlite)),
            ("postgresql://h/x", Some(Dialect::Postgres)),
            ("MARIADB://h/x", Some(Dialect::MariaDb)),
            ("mysql://h/x", Some(Dialect::MySql)),
            ("oracle://h/x", None),
            ("x", None),
        ] {
            assert_eq!(dialect_of_url(url), expected, "{url}");
        }
    }
}
