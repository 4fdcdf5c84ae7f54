//! SeaORM's names, exactly: field -> variant of `Column` -> column. Source: sea-orm-macros 2.0.4, `entity_model.rs`, `case_style.rs`.

use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToTitleCase, ToUpperCamelCase};

/// What `rename_all` and `rename` accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CaseStyle {
    Camel,
    Kebab,
    Mixed,
    ScreamingSnake,
    Snake,
    Title,
    Upper,
    Lower,
    ScreamingKebab,
    Pascal,
}

impl CaseStyle {
    /// The spellings that a message lists.
    pub(crate) const SPELLINGS: &'static str = "`camelCase`, `PascalCase`, `kebab-case`, `snake_case`, `SCREAMING_SNAKE_CASE`, \
         `SCREAMING-KEBAB-CASE`, `lowercase`, `UPPERCASE`, `title_case`, `mixed_case`";

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "camel_case" | "PascalCase" => Self::Pascal,
            "camelCase" => Self::Camel,
            "snake_case" | "snek_case" => Self::Snake,
            "kebab_case" | "kebab-case" => Self::Kebab,
            "SCREAMING-KEBAB-CASE" => Self::ScreamingKebab,
            "shouty_snake_case" | "shouty_snek_case" | "SCREAMING_SNAKE_CASE" => Self::ScreamingSnake,
            "title_case" => Self::Title,
            "mixed_case" => Self::Mixed,
            "lowercase" => Self::Lower,
            "UPPERCASE" => Self::Upper,
            _ => return None,
        })
    }

    /// `name` in this case.
    pub(crate) fn apply(self, name: &str) -> String {
        match self {
            Self::Pascal => name.to_upper_camel_case(),
            Self::Kebab => name.to_kebab_case(),
            Self::Mixed => name.to_lower_camel_case(),
            Self::ScreamingSnake => name.to_shouty_snake_case(),
            Self::Snake => name.to_snake_case(),
            Self::Title => name.to_title_case(),
            Self::Upper => name.to_uppercase(),
            Self::Lower => name.to_lowercase(),
            Self::ScreamingKebab => name.to_kebab_case().to_uppercase(),
            Self::Camel => {
                let pascal = name.to_upper_camel_case();
                let mut characters = pascal.chars();
                characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
            }
        }
    }
}

/// What a field is called in Rust and in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// The variant of `Column`, by which relations name it.
    pub(crate) variant: String,
    /// The column.
    pub(crate) column: String,
}

/// The names of a field, which is given without `r#`.
pub(crate) fn names(
    field: &str,
    rename_all: Option<CaseStyle>,
    column_name: Option<&str>,
    enum_name: Option<&str>,
) -> Names {
    let pascal = field.to_upper_camel_case();
    let variant = escaped(enum_name.unwrap_or(&pascal));
    let column = match (column_name, rename_all) {
        (Some(name), _) => name.to_owned(),
        // The style works on the variant, which is why `address_1` loses its underscore.
        (None, Some(style)) => style.apply(&pascal),
        (None, None) if pascal.to_snake_case() != field => field.to_snake_case(),
        (None, None) => variant.to_snake_case(),
    };
    Names { variant, column }
}

/// The variant that a relation of the dense format means by `column`: `user_id` and `UserId` are both `UserId`.
pub(crate) fn variant(column: &str) -> String {
    escaped(&column.to_upper_camel_case())
}

/// The name of an enum that states none.
pub(crate) fn enum_name(rust: &str) -> String {
    rust.to_upper_camel_case()
}

/// `Self` is the only keyword that a name in Pascal case can be.
fn escaped(variant: &str) -> String {
    match variant {
        "Self" => "Self_".to_owned(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_seaorm_names_them() {
        let fields = ["id", "user_name2", "http_2_port", "address_1", "a_b", "type"];
        for (style, expected) in [
            ("", ["id", "user_name2", "http_2_port", "address_1", "a_b", "type"]),
            ("camelCase", ["id", "userName2", "http2Port", "address1", "ab", "type"]),
            ("mixed_case", ["id", "userName2", "http2Port", "address1", "ab", "type"]),
            ("PascalCase", ["Id", "UserName2", "Http2Port", "Address1", "Ab", "Type"]),
            ("camel_case", ["Id", "UserName2", "Http2Port", "Address1", "Ab", "Type"]),
            ("kebab-case", ["id", "user-name2", "http2-port", "address1", "ab", "type"]),
            ("snake_case", ["id", "user_name2", "http2_port", "address1", "ab", "type"]),
            ("SCREAMING_SNAKE_CASE", ["ID", "USER_NAME2", "HTTP2_PORT", "ADDRESS1", "AB", "TYPE"]),
            ("SCREAMING-KEBAB-CASE", ["ID", "USER-NAME2", "HTTP2-PORT", "ADDRESS1", "AB", "TYPE"]),
            ("lowercase", ["id", "username2", "http2port", "address1", "ab", "type"]),
            ("UPPERCASE", ["ID", "USERNAME2", "HTTP2PORT", "ADDRESS1", "AB", "TYPE"]),
            ("title_case", ["Id", "User Name2", "Http2 Port", "Address1", "Ab", "Type"]),
        ] {
            let found = fields.map(|field| names(field, CaseStyle::parse(style), None, None).column);
            assert_eq!(found, expected, "{style}");
        }
    }

    #[test]
    fn names_without_rename_all_and_with_stated_names() {
        for (field, enum_name, column_name, column, variant) in [
            ("self_", None, None, "self", "Self_"),
            ("x1y2", None, None, "x1y2", "X1y2"),
            ("createdAt", None, None, "created_at", "CreatedAt"),
            ("ID2", None, None, "id2", "Id2"),
            ("trailing_", None, None, "trailing", "Trailing"),
            ("dbl__under", None, None, "dbl_under", "DblUnder"),
            ("_hidden", None, None, "hidden", "Hidden"),
            ("w", Some("Foo2Bar"), None, "foo2_bar", "Foo2Bar"),
            ("q", Some("Zed"), Some("zz"), "zz", "Zed"),
            ("under_9", Some("Under9"), None, "under_9", "Under9"),
        ] {
            let expected = Names { variant: variant.into(), column: column.into() };
            assert_eq!(names(field, None, column_name, enum_name), expected, "{field}");
        }
    }

    #[test]
    fn an_unknown_style_is_none() {
        assert_eq!(CaseStyle::parse("snakeCase"), None);
    }
}
