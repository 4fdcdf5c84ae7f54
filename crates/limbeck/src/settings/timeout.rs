use std::{fmt, str::FromStr, time::Duration};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// How long something may take: `5s`, `500ms`, `2m`, `1h`, a number of seconds, or `off` for as long as it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeout(Option<Duration>);

/// A text that is no time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no time: say `5s`, `500ms`, `2m`, `1h`, a number of seconds, or `off`")]
pub struct ParseTimeoutError(String);

impl Timeout {
    /// As long as it takes.
    pub const OFF: Self = Self(None);

    /// So many seconds.
    pub const fn seconds(seconds: u64) -> Self {
        Self::of(Duration::from_secs(seconds))
    }

    /// So long; nothing is as long as it takes.
    pub const fn of(duration: Duration) -> Self {
        if duration.is_zero() { Self::OFF } else { Self(Some(duration)) }
    }

    /// How long; `None` if it is as long as it takes.
    pub const fn duration(self) -> Option<Duration> {
        self.0
    }

    /// In milliseconds, as PostgreSQL takes it: 0 is as long as it takes.
    pub(crate) fn milliseconds(self) -> i64 {
        // The server's own limit (manual, lock_timeout: an integer).
        self.0.map_or(0, |duration| i64::try_from(duration.as_millis()).unwrap_or(i64::MAX).min(i32::MAX.into()).max(1))
    }
}

impl fmt::Display for Timeout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("off"),
            Some(duration) if duration.subsec_millis() > 0 => write!(f, "{}ms", duration.as_millis()),
            Some(duration) => write!(f, "{}s", duration.as_secs()),
        }
    }
}

impl FromStr for Timeout {
    type Err = ParseTimeoutError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || ParseTimeoutError(text.to_owned());
        let trimmed = text.trim();
        if trimmed == "off" {
            return Ok(Self::OFF);
        }
        let digits = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, unit) = trimmed.split_at(digits);
        let number: u64 = number.parse().map_err(|_| wrong())?;
        let milliseconds = match unit.trim_start() {
            "ms" => 1,
            "" | "s" => 1_000,
            "m" => 60_000,
            "h" => 3_600_000,
            _ => return Err(wrong()),
        };
        Ok(Self::of(Duration::from_millis(number.checked_mul(milliseconds).ok_or_else(wrong)?)))
    }
}

impl Serialize for Timeout {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timeout {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;

        impl de::Visitor<'_> for Words {
            type Value = Timeout;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time, as \"5s\" or a number of seconds")
            }

            fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<Timeout, E> {
                let wrong = |_| E::invalid_value(de::Unexpected::Signed(seconds), &self);
                u64::try_from(seconds).map(Timeout::seconds).map_err(wrong)
            }

            fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<Timeout, E> {
                Ok(Timeout::seconds(seconds))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Timeout, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_any(Words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_written_back() {
        for (text, milliseconds, written) in [
            ("5s", 5_000, "5s"),
            ("5", 5_000, "5s"),
            ("500ms", 500, "500ms"),
            ("1500 ms", 1_500, "1500ms"),
            ("2m", 120_000, "120s"),
            ("1h", 3_600_000, "3600s"),
            ("off", 0, "off"),
            ("0", 0, "off"),
        ] {
            let timeout: Timeout = text.parse().expect(text);
            assert_eq!((timeout.milliseconds(), timeout.to_string().as_str()), (milliseconds, written), "{text}");
            assert_eq!(written.parse(), Ok(timeout), "{text}");
        }
        for text in ["", "s", "5x", "-1", "5s s", "1.5s", "99999999999999999999", "18446744073709551615h"] {
            let error = text.parse::<Timeout>().expect_err(text);
            assert!(error.to_string().contains("is no time"), "{text}: {error}");
        }
    }
}
