//! The parts of a database's URL that decide where a scratch database goes.

/// A URL in its parts: `postgres:` `//user:password@host:5432` `/app` `?sslmode=require`.
struct Parts<'a> {
    scheme: &'a str,
    authority: &'a str,
    parameters: &'a str,
}

impl<'a> Parts<'a> {
    fn of(url: &'a str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        // RFC 3986, section 3.2: the authority ends with the first of these.
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at(end);
        let parameters = rest.split_once('?').map_or("", |(_, parameters)| parameters);
        let parameters = parameters.split_once('#').map_or(parameters, |(parameters, _)| parameters);
        Some(Self { scheme, authority, parameters })
    }

    fn parameters(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.parameters.split('&').filter_map(|parameter| parameter.split_once('='))
    }
}

/// Whether the server of `url` is on this machine, as far as the URL tells: a loopback address, `localhost`, or a socket. What a tunnel leads to, it does
/// not tell. `default_host` is the host that the driver takes where the URL has none (`PGHOST`).
pub(super) fn is_local(url: &str, default_host: Option<&str>) -> bool {
    let Some(parts) = Parts::of(url) else { return false };
    let host = parts.authority.rsplit_once('@').map_or(parts.authority, |(_, host)| host);
    let host = if host.starts_with('[') {
        host.split_once(']').map_or(host, |(host, _)| host).trim_start_matches('[')
    } else {
        host.split_once(':').map_or(host, |(host, _)| host)
    };
    let stated = parts.parameters().filter(|(name, _)| matches!(*name, "host" | "hostaddr" | "socket"));
    let stated: Vec<&str> = stated.map(|(_, value)| value).chain((!host.is_empty()).then_some(host)).collect();
    if stated.is_empty() {
        return default_host.is_none_or(is_local_host);
    }
    stated.into_iter().all(is_local_host)
}

fn is_local_host(host: &str) -> bool {
    let is_socket = host.starts_with('/') || host.to_ascii_lowercase().starts_with("%2f");
    let is_loopback = host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    is_socket || is_loopback || host.eq_ignore_ascii_case("localhost")
}

/// The same server with another database; parameters that name one are left out, and PostgreSQL's `options`, which may set a search path that leads to
/// schemas of the database before. `None` if `url` has no server.
pub(super) fn with_database(url: &str, database: &str) -> Option<String> {
    let parts = Parts::of(url)?;
    let parameters: Vec<&str> = parts
        .parameters
        .split('&')
        .filter(|parameter| !parameter.is_empty())
        .filter(|parameter| !["dbname=", "options=", "options["].iter().any(|left_out| parameter.starts_with(left_out)))
        .collect();
    let parameters = if parameters.is_empty() { String::new() } else { format!("?{}", parameters.join("&")) };
    Some(format!("{}://{}/{database}{parameters}", parts.scheme, parts.authority))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_of_this_machine_are_known() {
        for (url, default_host, expected) in [
            ("postgres://app:p@localhost:5432/app", None, true),
            ("postgres://app:p@127.0.0.1/app", None, true),
            ("postgres://app@127.8.0.1:1/app", None, true),
            ("mysql://root@[::1]:3306/app", None, true),
            ("postgres:///app?host=/run/postgresql", None, true),
            ("postgres://%2Frun%2Fpostgresql/app", None, true),
            ("mysql://root@localhost/app?socket=/run/mysqld/mysqld.sock", None, true),
            ("postgres:///app", None, true),
            ("postgres:///app", Some("db.example.com"), false),
            ("postgres:///app", Some("/run/postgresql"), true),
            ("postgres://db.example.com/app", None, false),
            ("postgres://localhost@db.example.com/app", None, false),
            ("postgres://localhost/app?host=db.example.com", None, false),
            ("postgres://localhost.example.com/app", None, false),
            ("postgres://10.0.0.1/app", None, false),
            ("mysql://a@b@127.0.0.1/app", None, true),
            ("nonsense", None, false),
        ] {
            assert_eq!(is_local(url, default_host), expected, "{url} {default_host:?}");
        }
    }

    #[test]
    fn another_database_of_the_same_server() {
        for (url, expected) in [
            ("postgres://u:p@h:1/app", Some("postgres://u:p@h:1/x")),
            ("postgres://u@h", Some("postgres://u@h/x")),
            ("postgres://u@h/app?sslmode=require&dbname=app", Some("postgres://u@h/x?sslmode=require")),
            ("postgres:///app?host=/run", Some("postgres:///x?host=/run")),
            ("postgres://h/a?options=-csearch_path%3Dzoo&sslmode=require", Some("postgres://h/x?sslmode=require")),
            ("postgres://h/a?options[search_path]=zoo", Some("postgres://h/x")),
            ("mysql://h/a?b=c#d", Some("mysql://h/x?b=c")),
            ("sqlite::memory:", None),
        ] {
            assert_eq!(with_database(url, "x").as_deref(), expected, "{url}");
        }
    }
}
