//! The entities of the sample application: shelters, the animals in them, and the people who come to adopt one.
//!
//! They are written as an application writes them, [`users`](entities::users) in SeaORM's compact format, the others in its dense one. Limbeck reads
//! their source; nothing here knows of Limbeck, and the revisions in `migrations` know nothing of what is here.

pub mod entities;
