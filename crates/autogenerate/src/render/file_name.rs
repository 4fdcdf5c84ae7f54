//! The name of a revision's file.

/// The longest slug, in characters.
const LONGEST: usize = 40;

/// `m20261122_101403_animals_get_registered_at.rs`: SeaORM's habit, so that files sort by time, and a name that a Rust module can have.
///
/// `created` is `2026-11-22 10:14:03 UTC`. Of `message`, the words in lower case, as many as fit into 40 characters; letters and digits beyond ASCII
/// don't count, since file systems spell them differently. A message without a word gives way to `id`.
pub fn file_name(created: &str, message: &str, id: &str) -> String {
    let digits: String = created.chars().filter(char::is_ascii_digit).collect();
    let (date, time) = digits.split_at(digits.len().min(8));
    let slug = match slug(message) {
        slug if slug.is_empty() => slug_of_id(id),
        slug => slug,
    };
    let parts = [date, time, &slug].into_iter().filter(|part| !part.is_empty());
    format!("m{}.rs", parts.collect::<Vec<_>>().join("_"))
}

fn slug(message: &str) -> String {
    let mut slug = String::new();
    for word in message.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let separator = usize::from(!slug.is_empty());
        if slug.len() + separator + word.len() > LONGEST {
            if slug.is_empty() {
                slug = word[..LONGEST].to_ascii_lowercase();
            }
            break;
        }
        if separator == 1 {
            slug.push('_');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    slug
}

fn slug_of_id(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_by_time_and_are_modules() {
        for (name, message, expected) in [
            ("plain", "animals get registered_at", "m20261122_101403_animals_get_registered_at.rs"),
            ("punctuation", "Add users.email, it's unique!", "m20261122_101403_add_users_email_it_s_unique.rs"),
            (
                "cut at a word",
                "one two three four five six seven eight nine",
                "m20261122_101403_one_two_three_four_five_six_seven_eight.rs",
            ),
            (
                "one long word",
                "Donaudampfschifffahrtsgesellschaftskapitaenswitwe",
                "m20261122_101403_donaudampfschifffahrtsgesellschaftskapit.rs",
            ),
            ("no word", "…", "m20261122_101403_7d3e9a41c0b2.rs"),
            ("empty", "", "m20261122_101403_7d3e9a41c0b2.rs"),
            ("beyond ASCII", "größer 見る", "m20261122_101403_gr_er.rs"),
        ] {
            assert_eq!(file_name("2026-11-22 10:14:03 UTC", message, "7d3e9a41c0b2"), expected, "{name}");
        }
    }

    #[test]
    fn an_odd_id_or_time_gives_a_module_too() {
        assert_eq!(file_name("2026-11-22 10:14:03 UTC", "", "A-1/é"), "m20261122_101403_a_1__.rs");
        assert_eq!(file_name("", "", "1a"), "m1a.rs");
    }
}
