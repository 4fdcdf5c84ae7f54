//! From the parts of hand-written entities to what an entity says, wherever the parts stand.

use std::collections::{HashMap, HashSet};

use crate::{
    Format,
    hints::TableHints,
    items::{
        ColumnFacts, ColumnTraitFacts, EntityFacts, EntityTraitFacts, IteratedEnum, ModelFacts, Placed, Target, Tree,
        VariantFacts, WrittenEntity,
    },
    naming::Names,
    problems::{Fault, Note},
    types::PathText,
};

/// A hand-written entity: the module of its struct, and what it says.
pub(crate) struct United {
    /// Where its struct stands, by the name of which relations find it.
    pub(crate) module: usize,
    /// What it says, in the module where its columns are defined.
    pub(crate) entity: Placed<EntityFacts>,
}

/// The hand-written entities of the tree; what is missing is told.
pub(crate) fn unite(tree: &Tree) -> (Vec<United>, Vec<(usize, Note)>) {
    let parts = Parts::of(tree);
    let compact: HashSet<_> = tree.entities.iter().map(|entity| (entity.module, entity.facts.name.as_str())).collect();
    let mut seen = HashSet::new();
    let (mut united, mut notes) = (Vec::new(), Vec::new());
    for written in &tree.written {
        let name = written.facts.name.as_str();
        if compact.contains(&(written.module, name)) || !seen.insert((written.module, name)) {
            continue;
        }
        match parts.entity(written) {
            Ok(entity) => united.push(United { module: written.module, entity }),
            // One that is ignored may lack anything.
            Err(_) if parts.is_ignored(written) => {}
            Err(fault) => notes.push((written.file, fault.error(written.facts.at))),
        }
    }
    (united, notes)
}

/// The parts by the types that they belong to.
struct Parts<'a> {
    tree: &'a Tree,
    said: HashMap<(usize, &'a str), Said>,
    hints: HashMap<(usize, &'a str), &'a TableHints>,
    entity_traits: HashMap<usize, &'a EntityTraitFacts>,
    column_traits: HashMap<usize, &'a Placed<ColumnTraitFacts>>,
    auto_increments: HashMap<usize, Option<bool>>,
    iterated: HashMap<usize, &'a IteratedEnum>,
    idens: HashMap<usize, &'a [(String, String)]>,
    models: HashMap<usize, &'a ModelFacts>,
}

impl<'a> Parts<'a> {
    fn of(tree: &'a Tree) -> Self {
        let id = |module: usize, path: &PathText| match tree.resolve(module, path) {
            Target::Definition(id) => Some(id),
            _ => None,
        };
        let own = |module: usize, name: &str| id(module, &PathText::of(name));
        let hand = &tree.hand;
        Self {
            tree,
            said: said(tree),
            hints: hand.table_hints.iter().map(|part| ((part.module, part.facts.0.as_str()), &part.facts.1)).collect(),
            entity_traits: hand
                .entity_traits
                .iter()
                .filter_map(|part| Some((id(part.module, &part.facts.of)?, &part.facts)))
                .collect(),
            column_traits: hand
                .column_traits
                .iter()
                .filter_map(|part| Some((id(part.module, &part.facts.of)?, part)))
                .collect(),
            auto_increments: hand
                .key_traits
                .iter()
                .filter_map(|part| Some((id(part.module, &part.facts.of)?, part.facts.auto_increment)))
                .collect(),
            iterated: hand
                .iterated
                .iter()
                .filter_map(|part| Some((own(part.module, &part.facts.name)?, &part.facts)))
                .collect(),
            idens: hand
                .idens
                .iter()
                .filter_map(|part| Some((id(part.module, &part.facts.of)?, part.facts.names.as_slice())))
                .collect(),
            models: hand
                .models
                .iter()
                .filter_map(|part| Some((own(part.module, &part.facts.name)?, &part.facts)))
                .collect(),
        }
    }

    fn is_ignored(&self, written: &Placed<WrittenEntity>) -> bool {
        self.hints.get(&(written.module, written.facts.name.as_str())).is_some_and(|hints| hints.ignore)
    }

    /// The type of this path.
    fn definition(&self, module: usize, path: &PathText) -> Option<usize> {
        match self.tree.resolve(module, path) {
            Target::Definition(id) => Some(id),
            Target::Module(_) | Target::Entity(_) | Target::External(_) | Target::Missing => None,
        }
    }

    fn entity(&self, written: &Placed<WrittenEntity>) -> Result<Placed<EntityFacts>, Fault> {
        let (module, name) = (written.module, &written.facts.name);
        let said = self.said.get(&(module, name.as_str())).cloned().unwrap_or_default();
        let table_name = said.table_name.ok_or_else(|| {
            Fault::new(format!("the `table_name()` of `{name}` is not a plain string, so its table is not known"))
                .help("write the name there as a literal, or leave the entity out with `#[limbeck(ignore)]`")
        })?;
        let of = self.definition(module, &PathText::of(name)).and_then(|id| self.entity_traits.get(&id).copied());
        let path = |stated: Option<&PathText>, usual: &str| stated.cloned().unwrap_or_else(|| PathText::of(usual));
        let column = path(of.and_then(|of| of.column.as_ref()), "Column");
        let key = path(of.and_then(|of| of.primary_key.as_ref()), "PrimaryKey");
        let model = path(of.and_then(|of| of.model.as_ref()), "Model");
        let missing = |what: &str, path: &PathText| {
            Fault::new(format!("the {what} of the entity `{name}` is not found: `{path}`"))
                .help("let the entity paths include the file that it stands in, or derive DeriveEntityModel")
        };
        let column_id = self.definition(module, &column);
        let columns = column_id.and_then(|id| Some((*self.column_traits.get(&id)?, *self.iterated.get(&id)?)));
        let (definitions, variants) = columns.ok_or_else(|| missing("column enum with its `ColumnTrait`", &column))?;
        let key_id = self.definition(module, &key);
        let key = key_id
            .and_then(|id| Some((id, *self.iterated.get(&id)?)))
            .ok_or_else(|| missing("primary key enum", &key))?;
        let model = self.definition(module, &model).and_then(|id| self.models.get(&id).copied());
        let names = column_id.and_then(|id| self.idens.get(&id)).copied().unwrap_or_default();
        let key_variants: Vec<String> = key.1.variants.iter().map(|variant| variant.name.clone()).collect();
        let columns = variants
            .variants
            .iter()
            .map(|variant| column_facts(variant, definitions, names, model, &key_variants))
            .collect();
        let same_file = definitions.file == written.file;
        let facts = EntityFacts {
            name: name.clone(),
            format: Format::Expanded,
            at: if same_file { written.facts.at } else { definitions.facts.at },
            table_name: Some(table_name),
            schema_name: said.schema_name,
            comment: said.comment,
            columns,
            ignored: Vec::new(),
            key: Some(key_variants),
            auto_increment: self.auto_increments.get(&key.0).copied().flatten(),
            key_named_as_text: false,
            auto_increment_at: None,
            relations: Vec::new(),
            hints: self.hints.get(&(module, name.as_str())).copied().cloned().unwrap_or_default(),
        };
        Ok(Placed { module: definitions.module, file: definitions.file, facts })
    }
}

/// What `EntityName` or the derive in its place say.
#[derive(Clone, Default)]
struct Said {
    table_name: Option<String>,
    schema_name: Option<String>,
    comment: Option<String>,
}

/// What is said of each entity, by its module and name: a derive and an implementation may both say something.
fn said(tree: &Tree) -> HashMap<(usize, &str), Said> {
    let mut all: HashMap<_, Said> = HashMap::new();
    for Placed { module, facts, .. } in &tree.written {
        let said = all.entry((*module, facts.name.as_str())).or_default();
        said.table_name = said.table_name.take().or_else(|| facts.table_name.clone());
        said.schema_name = said.schema_name.take().or_else(|| facts.schema_name.clone());
        said.comment = said.comment.take().or_else(|| facts.comment.clone());
    }
    all
}

fn column_facts(
    variant: &VariantFacts,
    definitions: &Placed<ColumnTraitFacts>,
    names: &[(String, String)],
    model: Option<&ModelFacts>,
    key: &[String],
) -> ColumnFacts {
    let written = names.iter().find(|(name, _)| *name == variant.name).map(|(_, column)| column);
    let field = model.and_then(|model| model.fields.iter().find(|field| field.variant == variant.name));
    let definition = definitions.facts.definitions.of(&variant.name).cloned();
    let is_key = key.contains(&variant.name);
    let column = written.unwrap_or(&variant.column).clone();
    let Some(definition) = definition else {
        let fault = Fault::new(format!("no arm of `def` is about `{}`", variant.name));
        return ColumnFacts {
            names: Names { variant: variant.name.clone(), column },
            at: variant.at,
            rust_type: field.map(|field| field.rust_type.clone()),
            type_at: variant.at,
            stated_type: Some(Err(fault.help("add one to the match of its `ColumnTrait`"))),
            nullable: false,
            primary_key: is_key,
            hints: variant.hints.clone(),
            ..ColumnFacts::default()
        };
    };
    ColumnFacts {
        names: Names { variant: variant.name.clone(), column },
        at: variant.at,
        rust_type: field.map(|field| field.rust_type.clone()),
        type_at: definition.at,
        stated_type: Some(definition.column_type),
        nullable: (definition.nullable || definition.extra.not_null == Some(false))
            && definition.extra.not_null != Some(true)
            && !is_key,
        primary_key: is_key,
        unique: definition.unique || definition.extra.unique,
        indexed: definition.indexed,
        unique_key: definition.unique_key,
        default: definition.default.or_else(|| {
            let sql = definition.extra.default.clone()?;
            Some((crate::expressions::DefaultText::Sql(sql), definition.at))
        }),
        comment: definition.comment.or_else(|| definition.extra.comment.clone()),
        extra: definition.extra,
        renamed_from: definition.renamed_from,
        hints: variant.hints.clone(),
    }
}
