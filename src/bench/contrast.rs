//! A contrast: the base, and the variant that is compared with it.

use std::fmt;

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use super::plan::{Variant, VariantRole};
use crate::look::HintValue;

/// What differs between the base and a variant. It is displayed as `filter bilinear → nearest` for a single hint, and
/// as `speed → quality` for whole sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contrast {
    /// Any number of hints. The sets are known by their names.
    Sets { from: String, to: String },
    /// One hint, which was switched from the base's value to another.
    Single { from: HintValue, to: HintValue },
}

impl Contrast {
    /// The contrast of `base` and another variant; none if that is the base itself, or its control.
    pub fn of(base: &str, variant: &Variant) -> Option<Contrast> {
        match variant.role {
            VariantRole::Base | VariantRole::Control => None,
            VariantRole::Set => Some(Contrast::Sets { from: base.to_owned(), to: variant.name.clone() }),
            VariantRole::Single { from, to } => Some(Contrast::Single { from, to }),
        }
    }

    /// The name of the variant that is compared with the base.
    pub fn variant(&self) -> String {
        match self {
            Contrast::Sets { to, .. } => to.clone(),
            Contrast::Single { to, .. } => to.to_string(),
        }
    }
}

impl fmt::Display for Contrast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Contrast::Sets { from, to } => write!(f, "{from} → {to}"),
            Contrast::Single { from, to } => write!(f, "{} {} → {}", to.hint().name(), from.name(), to.name()),
        }
    }
}

/// Three fields, as `summary.json` has them: `hint`, which is `set` for whole sets, `from` and `to`.
impl Serialize for Contrast {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (hint, from, to) = match self {
            Contrast::Sets { from, to } => ("set", from.as_str(), to.as_str()),
            Contrast::Single { from, to } => (to.hint().name(), from.name(), to.name()),
        };
        let mut fields = serializer.serialize_struct("Contrast", 3)?;
        fields.serialize_field("hint", hint)?;
        fields.serialize_field("from", from)?;
        fields.serialize_field("to", to)?;
        fields.end()
    }
}
