use std::fmt;

use syn::{GenericArgument, PathArguments, Type};

use crate::attributes::without_raw;

/// A Rust type as it is written, apart from the parser's tree, which cannot leave its thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RustType {
    /// A path with the type arguments of its last segment.
    Path(PathText, Vec<RustType>),
    /// What another module calls so, by the module's number: the argument of a generic type.
    Elsewhere(usize, Box<RustType>),
    /// A macro's call, by the macro's name.
    Macro(String),
    /// Anything else: a tuple, a reference, an array; what it is.
    Other(&'static str),
}

/// A path without generic arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PathText {
    /// Begins with `::`.
    pub(crate) leading: bool,
    /// The segments, without `r#`. Never empty where it came from a source.
    pub(crate) segments: Vec<String>,
}

impl PathText {
    /// The path of one segment.
    pub(crate) fn of(name: &str) -> Self {
        Self { leading: false, segments: vec![name.to_owned()] }
    }

    /// The last segment.
    pub(crate) fn last(&self) -> &str {
        self.segments.last().map_or("", String::as_str)
    }

    /// The path without its last segment.
    pub(crate) fn parent(&self) -> Self {
        let mut segments = self.segments.clone();
        segments.pop();
        Self { leading: self.leading, segments }
    }
}

impl From<&syn::Path> for PathText {
    fn from(path: &syn::Path) -> Self {
        Self {
            leading: path.leading_colon.is_some(),
            segments: path.segments.iter().map(|segment| without_raw(&segment.ident)).collect(),
        }
    }
}

impl fmt::Display for PathText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let leading = if self.leading { "::" } else { "" };
        write!(f, "{leading}{}", self.segments.join("::"))
    }
}

impl From<&Type> for RustType {
    fn from(of: &Type) -> Self {
        match of {
            Type::Path(path) if path.qself.is_none() => {
                let arguments = path.path.segments.last().map(|last| arguments(&last.arguments)).unwrap_or_default();
                Self::Path(PathText::from(&path.path), arguments)
            }
            Type::Path(_) => Self::Other("an associated type"),
            Type::Group(inner) => Self::from(&*inner.elem),
            Type::Paren(inner) => Self::from(&*inner.elem),
            Type::Macro(call) => {
                Self::Macro(call.mac.path.segments.last().map_or_else(String::new, |last| last.ident.to_string()))
            }
            Type::Reference(_) => Self::Other("a reference"),
            Type::Tuple(_) => Self::Other("a tuple"),
            Type::Array(_) => Self::Other("an array"),
            Type::Slice(_) => Self::Other("a slice"),
            _ => Self::Other("a type without a name"),
        }
    }
}

fn arguments(of: &PathArguments) -> Vec<RustType> {
    let PathArguments::AngleBracketed(list) = of else {
        return Vec::new();
    };
    let types = list.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(of) => Some(RustType::from(of)),
        _ => None,
    });
    types.collect()
}

impl RustType {
    /// The type with `arguments`, which stand in `module`, for `parameters`.
    pub(crate) fn with(&self, parameters: &[String], arguments: &[Self], module: usize) -> Self {
        let Self::Path(path, own) = self else { return self.clone() };
        if let [name] = path.segments.as_slice()
            && let Some(at) = parameters.iter().position(|parameter| parameter == name)
            && let Some(argument) = arguments.get(at)
        {
            return Self::Elsewhere(module, Box::new(argument.clone()));
        }
        Self::Path(path.clone(), own.iter().map(|argument| argument.with(parameters, arguments, module)).collect())
    }

    /// The type inside, where this is written `Option<..>`.
    pub(crate) fn inside_option(&self) -> &Self {
        match self {
            Self::Path(path, arguments) if path.segments == ["Option"] => arguments.first().unwrap_or(self),
            _ => self,
        }
    }
}

impl fmt::Display for RustType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path, arguments) if arguments.is_empty() => path.fmt(f),
            Self::Path(path, arguments) => {
                let arguments: Vec<_> = arguments.iter().map(ToString::to_string).collect();
                write!(f, "{path}<{}>", arguments.join(", "))
            }
            Self::Elsewhere(_, of) => of.fmt(f),
            Self::Macro(name) => write!(f, "{name}!(..)"),
            Self::Other(what) => f.write_str(what),
        }
    }
}

/// The type inside, where the text of `of` begins with `Option<`, which is SeaORM's only rule for what may be NULL: a path to
/// `Option` or an alias of it makes a column that may not.
pub(crate) fn option_by_text(of: &Type) -> Option<&Type> {
    let Type::Path(path) = of else { return None };
    if path.qself.is_some() || path.path.leading_colon.is_some() || path.path.segments.len() != 1 {
        return None;
    }
    let segment = &path.path.segments[0];
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if segment.ident == "Option" && arguments.colon2_token.is_none() => {
            Some(inner)
        }
        _ => None,
    }
}

/// Whether the text of `of` ends with `String` or `Uuid`, SeaORM 2's rule for keys that the database does not number.
pub(crate) fn ends_as_text_or_uuid(of: &Type) -> bool {
    let Type::Path(path) = of else { return false };
    path.path.segments.last().is_some_and(|last| {
        let name = last.ident.to_string();
        matches!(last.arguments, PathArguments::None) && (name.ends_with("String") || name.ends_with("Uuid"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read_by_their_text() {
        // text, shown, may be NULL, is numbered by rule
        for (text, shown, nullable, named_as_text) in [
            ("i32", "i32", false, false),
            ("Option<i32>", "Option<i32>", true, false),
            ("std::option::Option<i32>", "std::option::Option<i32>", false, false),
            ("Option::<i32>", "Option<i32>", false, false),
            ("String", "String", false, true),
            ("MyString", "MyString", false, true),
            ("uuid::Uuid", "uuid::Uuid", false, true),
            ("Vec<String>", "Vec<String>", false, false),
            ("::prost::alloc::vec::Vec<u8>", "::prost::alloc::vec::Vec<u8>", false, false),
            ("r#type::Type", "type::Type", false, false),
            ("(i32, i32)", "a tuple", false, false),
            ("&'static str", "a reference", false, false),
            ("Cow<'static, str>", "Cow<str>", false, false),
            ("id!(User)", "id!(..)", false, false),
        ] {
            let of: Type = syn::parse_str(text).expect(text);
            assert_eq!(RustType::from(&of).to_string(), shown, "{text}");
            assert_eq!(option_by_text(&of).is_some(), nullable, "{text}");
            assert_eq!(ends_as_text_or_uuid(&of), named_as_text, "{text}");
        }
    }
}
