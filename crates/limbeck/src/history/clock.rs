/// The time in UTC as the history table has it: `2026-11-22T10:14:03Z`.
pub(super) fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn now_is_a_time_to_the_second() {
        let text = now();
        assert!(text.parse::<jiff::Timestamp>().is_ok() && text.len() == 20, "{text}");
    }
}
