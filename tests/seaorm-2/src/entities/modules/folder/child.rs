//! Below it.

use sea_orm::entity::prelude::*;

use self::kinds::Kind as ChildKind;

pub mod kinds {
    //! What both have.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "folder_kind")]
    pub enum Kind {
        #[sea_orm(string_value = "open")]
        Open,
        #[sea_orm(string_value = "shut")]
        Shut,
    }
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "folder_child")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i32,
    pub folder_id: i32,
    pub kind: Option<ChildKind>,
    pub again: kinds::Kind,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(belongs_to = "super::Entity", from = "Column::FolderId", to = "super::Column::Id", on_delete = "Cascade")]
    Folder,
}

impl Related<super::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Folder.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
